import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { giveWay } from '../database/event-loop.js';
import { Problem } from '../problems.js';
import { ALLOWED_ROLE, LOGIN_ONLY } from './permissions.js';
import { isExempt, RequestLimits } from './request-limits.js';
import { requireOwnOrigin, sessionKeyOf } from './session-cookie.js';
import { ANYONE, Authenticator, mayActAs, type RequestWithViewer, type Role, type Viewer } from './viewer.js';

/** Asks of every route who may use it, and of every request who is asking. What is not declared is closed. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const needed = this.reflector.getAllAndOverride<Role | undefined>(ALLOWED_ROLE, places);
    if (!needed) throw new Problem('forbidden', 'This address does not say who may use it, so nobody may.');

    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithViewer>();
    const reply = http.getResponse<FastifyReply>();
    if (!isExempt(request)) await giveWay();
    const viewer = await this.identify(request, reply);
    const loginOnly = this.reflector.getAllAndOverride<boolean | undefined>(LOGIN_ONLY, places) === true;
    if (!mayActAs(viewer, needed) || (loginOnly && viewer.accountId === null)) {
      if (viewer.accountId === null) {
        throw new Problem('unauthorized', 'Log in, or send your token as "Authorization: Bearer …".');
      }
      throw new Problem('forbidden', `This needs the role ${needed}; yours is ${viewer.role}.`);
    }
    if (loginOnly && request.headers.authorization !== undefined)
      throw new Problem(
        'login_needed',
        'This is for somebody who has logged in, in a browser: no token may do it.',
      );
    request.viewer = viewer;
    return true;
  }

  /** A token that is shown must be good, even where none is needed; a login that is over is as none. */
  private async identify(request: RequestWithViewer, reply: FastifyReply): Promise<Viewer> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.loggedIn(request, reply);
    const bearer = /^Bearer +([\w.~+/=-]{1,512})$/i.exec(authorization)?.[1];
    const viewer = bearer === undefined ? null : await this.authenticator.viewerOf(bearer);
    if (bearer === undefined || !viewer) {
      await this.limits.count(request, reply, { kind: 'anonymous', address: request.ip });
      throw new Problem('unauthorized', 'This token is unknown, expired or revoked.');
    }
    await this.limits.count(request, reply, { kind: 'token', token: bearer });
    return viewer;
  }

  private async loggedIn(request: RequestWithViewer, reply: FastifyReply): Promise<Viewer> {
    const key = sessionKeyOf(request);
    const viewer = key === undefined ? null : await this.authenticator.viewerOfSession(key);
    const accountId = viewer?.accountId ?? null;
    await this.limits.count(
      request,
      reply,
      accountId === null ? { kind: 'anonymous', address: request.ip } : { kind: 'account', accountId },
    );
    if (!viewer) return ANYONE;
    requireOwnOrigin(request);
    return viewer;
  }
}
