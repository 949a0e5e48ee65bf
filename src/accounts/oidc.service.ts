import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { CONFIG, type Config, type OidcConfig } from '../config.js';
import { Database } from '../database/write-gate.js';
import type { Acting } from '../http/acting.js';
import { Problem } from '../problems.js';
import type { Account } from './account.entity.js';
import { Identity } from './identity.entity.js';
import { InvitationsService } from './invitations.service.js';

/** What the browser keeps while its person is with the provider. */
export interface OnTheWay {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider names. */
export interface Subject {
  issuer: string;
  subject: string;
}

export const CALLBACK = '/desk/oidc/callback';

/**
 * Logging in with somebody who vouches: OpenID Connect, the authorization code flow with PKCE, state and nonce.
 * A subject is an account only where an invitation, or the account's own login, has said so: never by name or address.
 *
 * Source: https://openid.net/specs/openid-connect-core-1_0.html
 */
@Injectable()
export class OidcService {
  private known: Promise<client.Configuration> | undefined;

  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where to send the browser. @throws {Problem} not_found where no provider is set; not_ready where it is silent */
  async begin(): Promise<{ address: string; onTheWay: OnTheWay }> {
    const provider = await this.provider();
    const onTheWay = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.here(CALLBACK).href,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(onTheWay.verifier),
      code_challenge_method: 'S256',
      state: onTheWay.state,
      nonce: onTheWay.nonce,
    });
    return { address: address.href, onTheWay };
  }

  /** @param url as the provider sent the browser back. @throws {Problem} login_failed */
  async finish(url: string, { state, nonce, verifier }: OnTheWay): Promise<Subject> {
    const provider = await this.provider();
    try {
      const tokens = await client.authorizationCodeGrant(provider, this.here(url), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const { iss, sub } = tokens.claims()!;
      return { issuer: iss, subject: sub };
    } catch {
      throw new Problem('login_failed', 'The login elsewhere did not succeed. Try again.');
    }
  }

  /** The account of a subject; null where there is none, or it is closed. */
  async accountOf(subject: Subject): Promise<Account | null> {
    const found = await this.database.read.findOne(Identity, {
      where: { issuer: subject.issuer, subject: subject.subject },
      relations: { account: true },
    });
    return found?.account && found.account.disabledAt === null ? found.account : null;
  }

  /** From now on, this subject is that account. @throws {Problem} name_taken */
  async link(accountId: string, subject: Subject, acting: Acting): Promise<void> {
    await this.database.withWriteTransaction((manager) =>
      this.invitations.link(manager, accountId, subject, acting),
    );
  }

  /** Asked once, and again only where that failed. */
  private provider(): Promise<client.Configuration> {
    const { oidc } = this.config;
    if (!oidc) throw new Problem('not_found', 'Here one logs in with a password only.');
    return (this.known ??= discover(oidc).catch(() => {
      this.known = undefined;
      throw new Problem('not_ready', `${oidc.name} cannot be reached. Try again in a moment.`);
    }));
  }

  private here(path: string): URL {
    return new URL(path, this.config.publicOrigin ?? undefined);
  }
}

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
  const server = new URL(issuer);
  const auth = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret);
  // Only on this machine: the settings refuse http elsewhere.
  const execute = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client.discovery(server, clientId, undefined, auth, { execute });
}
