import { AccountKeeping } from '../../src/accounts/account-keeping.service.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { InvitationsService } from '../../src/accounts/invitations.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { TokensService } from '../../src/accounts/tokens.service.js';
import { newId } from '../../src/database/ids.js';
import type { Role } from '../../src/http/permissions.js';
import type { Desk } from '../record/desk-builders.js';
import type { PostRoute } from './post-bodies.js';

/** How to speak to a route as somebody who may, once: what is taken may use up a link, or end a login. */
export interface AccountRoute extends PostRoute {
  method: 'POST' | 'DELETE';
  headers: Record<string, string>;
}

const PASSWORD = 'a quiet harbour at dawn';
const TERMS = { title: 'Ports', shortDays: 30, mediumDays: 200, longDays: 900 };
const OTHER = 'a loud harbour at dusk';

/** A route of accounts and of the house, by its method and path; each time with people of its own. */
export function accountRoutes(desk: Desk): Record<string, () => Promise<AccountRoute>> {
  const accounts = desk.app.service(AccountsService);
  const acting = { accountId: null, requestId: null };
  const somebody = async (role: Role) => (await accounts.add(`somebody ${newId()}`, role)).account;
  const invited = async () => {
    const by = { ...acting, accountId: (await somebody('administrator')).id };
    const { account, link } = await desk.app
      .service(AccountKeeping)
      .invite(`guest ${newId()}`, 'analyst', {}, by);
    return { account, secret: link.secret };
  };
  const person = async () => {
    const { account, secret } = await invited();
    await desk.app.service(InvitationsService).use(secret, undefined, { password: PASSWORD }, acting);
    return account;
  };
  const login = async (account: { id: string }) => {
    const { key } = await desk.app.service(SessionsService).open((await accounts.byId(account.id))!);
    return { cookie: `hindcast_session=${key}`, 'sec-fetch-site': 'same-origin' };
  };
  const administrator = async () => login(await somebody('administrator'));
  const to = (
    method: AccountRoute['method'],
    address: string,
    headers: Record<string, string>,
    body: object = {},
    also: object = {},
  ): AccountRoute => ({ method, address, headers, body: { ...body }, also: { ...also } });
  return {
    'POST session': async () =>
      to('POST', 'session', {}, { name: (await person()).name, password: PASSWORD }),
    'POST welcome': async () =>
      to('POST', 'welcome', {}, { secret: (await invited()).secret, password: PASSWORD }, { name: 'Ada' }),
    'POST welcome/look': async () => to('POST', 'welcome/look', {}, { secret: (await invited()).secret }),
    'POST welcome/elsewhere': async () =>
      to('POST', 'welcome/elsewhere', {}, { secret: (await invited()).secret }, { name: 'Ada' }),
    'POST account/password': async () =>
      to('POST', 'account/password', await login(await person()), { current: PASSWORD, password: OTHER }),
    'POST tokens': async () =>
      to(
        'POST',
        'tokens',
        await administrator(),
        { name: 'the script', scope: 'analyst' },
        { mayLogFor: ['ana'], expiresOn: '2026-12-31' },
      ),
    'POST accounts': async () =>
      to(
        'POST',
        'accounts',
        await administrator(),
        { name: `new ${newId()}`, role: 'analyst' },
        { mayLogFor: ['ana'], displayName: 'Ana of the desk' },
      ),
    'POST accounts/:id/role': async () =>
      to(
        'POST',
        `accounts/${(await somebody('analyst')).id}/role`,
        await administrator(),
        { role: 'editor' },
        { mayLogFor: ['ana'] },
      ),
    'POST settings': async () =>
      to('POST', 'settings', await administrator(), {}, { name: 'Gull', line: 'Since today.', contact: 'x' }),
    'POST topics/:slug/terms': async () =>
      to('POST', `topics/${await desk.topic()}/terms`, await administrator(), {}, TERMS),
    'POST account/display-name': async () =>
      to('POST', 'account/display-name', await administrator(), { displayName: 'Ada of the desk' }),
    'POST accounts/:id/display-name': async () =>
      to('POST', `accounts/${(await somebody('analyst')).id}/display-name`, await administrator(), {
        displayName: 'Bo of the desk',
      }),
    // These take no body: one that is sent is read, and refused where it is no JSON.
    'POST account/elsewhere': async () => to('POST', 'account/elsewhere', await administrator()),
    'POST accounts/:id/resets': async () =>
      to('POST', `accounts/${(await person()).id}/resets`, await administrator()),
    'POST accounts/:id/closings': async () =>
      to('POST', `accounts/${(await person()).id}/closings`, await administrator()),
    'POST accounts/:id/reopenings': async () =>
      to('POST', `accounts/${(await person()).id}/reopenings`, await administrator()),
    'DELETE accounts/:id': async () => to('DELETE', `accounts/${(await person()).id}`, await administrator()),
    'DELETE account': async () => to('DELETE', 'account', await login(await person())),
    'DELETE account/sessions': async () => to('DELETE', 'account/sessions', await login(await person())),
    'DELETE session': async () => to('DELETE', 'session', await login(await person())),
    'DELETE tokens/:id': async () => {
      const account = await somebody('administrator');
      const { row } = await desk.app
        .service(TokensService)
        .create(account.id, { name: 'old', scope: 'analyst' }, acting);
      return to('DELETE', `tokens/${row.id}`, await login(account));
    },
  };
}
