import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is kept in the browser while its person is with a provider: for minutes, and for two addresses only. */
const PLACE = { path: '/desk/oidc', httpOnly: true, sameSite: 'lax' } as const;
const LASTS_SECONDS = 600;

/** `hindcast_oidc`: the exchange that is under way; `hindcast_oidc_for`: what it is for, where it is not a login. */
export type OidcCookie = 'hindcast_oidc' | 'hindcast_oidc_for';

export function keepForOidc(reply: FastifyReply, name: OidcCookie, value: object, secure: boolean): void {
  const text = Buffer.from(JSON.stringify(value)).toString('base64url');
  void reply.header('cache-control', 'no-store');
  void reply.setCookie(name, text, { ...PLACE, secure, maxAge: LASTS_SECONDS });
}

/** null where there is none, or none that can be read. */
export function keptForOidc(request: FastifyRequest, name: OidcCookie): Record<string, unknown> | null {
  const text = request.cookies[name];
  try {
    const value: unknown = text && JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function forgetOidc(reply: FastifyReply): void {
  void reply.clearCookie('hindcast_oidc', PLACE);
  void reply.clearCookie('hindcast_oidc_for', PLACE);
}
