import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { AccountKeeping } from '../../src/accounts/account-keeping.service.js';
import { InvitationsService } from '../../src/accounts/invitations.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { AT_THE_COMMAND_LINE } from '../../src/http/acting.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Jar, type OidcProvider, startOidcProvider } from '../support/oidc-provider.js';

const HERE = 'http://127.0.0.1:4999';

let test: TestApp;
let provider: OidcProvider;
beforeAll(async () => {
  provider = await startOidcProvider(`${HERE}/desk/oidc/callback`);
  test = await startTestApp({
    now: '2026-06-15T12:00:00.000Z',
    env: {
      PUBLIC_ORIGIN: HERE,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'hindcast',
      OIDC_CLIENT_SECRET: 'a secret between the two',
      OIDC_NAME: 'the publisher',
    },
  });
});
afterAll(async () => {
  provider.stop();
  await test.stop();
});

/** One browser on our side. */
class Browser {
  readonly jar = new Jar();

  async ask(method: 'GET' | 'POST', url: string, body?: object) {
    const answer = await test.app.inject({
      method,
      url,
      headers: { cookie: this.jar.header(HERE), 'sec-fetch-site': 'same-origin' },
      ...(body && { payload: body }),
    });
    this.jar.take(HERE, [answer.headers['set-cookie'] ?? []].flat());
    return answer;
  }

  /** All the way there and back. @returns where one lands */
  async logInAs(subject: string): Promise<string> {
    const away = await this.ask('GET', '/desk/oidc');
    const back = await provider.vouch(String(away.headers.location), subject);
    return String((await this.ask('GET', back.slice(HERE.length))).headers.location);
  }

  async who(): Promise<string | null> {
    const { account } = (await this.ask('GET', '/api/v1/session')).json<{
      account: { name: string } | null;
    }>();
    return account?.name ?? null;
  }
}

async function invited(name: string): Promise<string> {
  const keeping = test.service(AccountKeeping);
  return (await keeping.invite(name, 'editor', {}, AT_THE_COMMAND_LINE)).link.secret;
}

describe('a login elsewhere', () => {
  it('asks with a code challenge, a state and a nonce that are new each time', async () => {
    const asked = async () => {
      const { headers } = await new Browser().ask('GET', '/desk/oidc');
      expect(headers['set-cookie']).toMatch(/^hindcast_oidc=.*; Path=\/desk\/oidc; HttpOnly; SameSite=Lax$/);
      return new URL(String(headers.location)).searchParams;
    };
    const [one, other] = [await asked(), await asked()];
    expect(one.get('code_challenge_method')).toBe('S256');
    expect(one.get('redirect_uri')).toBe(`${HERE}/desk/oidc/callback`);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(one.get(name)).not.toBe(other.get(name));
  });

  it('opens nothing to a subject whom nobody has invited', async () => {
    const browser = new Browser();
    expect(await browser.logInAs('stranger')).toBe('/desk/login?refused=unknown');
    expect(await browser.who()).toBeNull();
  });

  it('makes the first administrator, where the first link is open in the same browser', async () => {
    const { secret } = (await test.service(InvitationsService).first())!;
    const browser = new Browser();
    await browser.ask('POST', '/api/v1/welcome/elsewhere', { secret, name: 'Ada' });
    expect(await browser.logInAs('ada-1')).toBe('/desk');
    expect(await browser.who()).toBe('Ada');
    expect(await test.service(InvitationsService).first()).toBeNull();
  });

  it('uses an invitation up, and is that account ever after', async () => {
    const secret = await invited('Bo');
    const browser = new Browser();
    expect((await browser.ask('POST', '/api/v1/welcome/elsewhere', { secret })).statusCode).toBe(204);
    expect(await browser.logInAs('bo-1')).toBe('/desk');
    expect(await browser.who()).toBe('Bo');
    const another = new Browser();
    expect(await another.logInAs('bo-1')).toBe('/desk');
    expect(await another.who()).toBe('Bo');
    const late = await new Browser().ask('POST', '/api/v1/welcome/elsewhere', { secret });
    expect(late.json()).toMatchObject({ code: 'link_void' });
  });

  it('is added to an account by whoever is logged in with it, and not twice', async () => {
    const { account } = await test.service(AccountsService).add('Cy', 'analyst');
    const { key } = await test.service(SessionsService).open(account);
    const browser = new Browser();
    browser.jar.take(HERE, [`hindcast_session=${key}`]);
    await browser.ask('POST', '/api/v1/account/elsewhere', {});
    expect(await browser.logInAs('bo-1')).toBe('/desk/login?refused=name_taken');
    await browser.ask('POST', '/api/v1/account/elsewhere', {});
    expect(await browser.logInAs('cy-1')).toBe('/desk');
    const another = new Browser();
    await another.logInAs('cy-1');
    expect(await another.who()).toBe('Cy');
  });

  it('opens a closed account to nobody', async () => {
    const { accountId } = await test.service(AccountsService).viewerNamed('Cy');
    await test.service(AccountKeeping).close(accountId!, AT_THE_COMMAND_LINE);
    expect(await new Browser().logInAs('cy-1')).toBe('/desk/login?refused=unknown');
  });

  it('counts only where it was begun: another state, another browser, or a code used twice is refused', async () => {
    const browser = new Browser();
    const away = await browser.ask('GET', '/desk/oidc');
    const back = (await provider.vouch(String(away.headers.location), 'bo-1')).slice(HERE.length);
    const elsewhere = await new Browser().ask('GET', back);
    expect(elsewhere.headers.location).toBe('/desk/login?refused=login_failed');
    const other = new Browser();
    await other.ask('GET', '/desk/oidc');
    expect((await other.ask('GET', back)).headers.location).toBe('/desk/login?refused=login_failed');
    expect((await browser.ask('GET', back)).headers.location).toBe('/desk');
    expect((await browser.ask('GET', back)).headers.location).toBe('/desk/login?refused=login_failed');
  });

  it('is offered on the login page', async () => {
    expect((await test.app.inject('/desk/login')).body).toContain('data-oidc="the publisher"');
  });
});
