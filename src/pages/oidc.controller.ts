import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.entity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { InvitationsService } from '../accounts/invitations.service.js';
import { OidcService, type OnTheWay, type Subject } from '../accounts/oidc.service.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { CONFIG, type Config } from '../config.js';
import { type Acting, ActingAs } from '../http/acting.js';
import { forgetOidc, keepForOidc, keptForOidc } from '../http/oidc-cookies.js';
import { Allow } from '../http/permissions.js';
import { isSecure, keepSession } from '../http/session-cookie.js';
import { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';

/** The way to a provider that vouches for people, and the way back. Browsers come here, so it answers with addresses. */
@ApiExcludeController()
@Controller('desk/oidc')
@Allow('reader')
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly accounts: AccountsService,
    private readonly invitations: InvitationsService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { address, onTheWay } = await this.oidc.begin();
    keepForOidc(reply, 'hindcast_oidc', onTheWay, isSecure(reply, this.config));
    void reply.redirect(address, 303);
  }

  /** What is refused is told by the login page: the person is at a browser. */
  @Get('callback')
  async finish(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Viewer() viewer: Viewer,
    @ActingAs() acting: Acting,
  ): Promise<void> {
    const onTheWay = keptForOidc(request, 'hindcast_oidc') as OnTheWay | null;
    const purpose = keptForOidc(request, 'hindcast_oidc_for');
    forgetOidc(reply);
    void reply.header('cache-control', 'no-store');
    try {
      if (!onTheWay) throw new Problem('login_failed', 'This login was not begun here.');
      const subject = await this.oidc.finish(request.url, onTheWay);
      const account = await this.accountFor(subject, purpose, viewer, acting);
      if (!account) return void reply.redirect('/desk/login?refused=unknown', 303);
      const { key, expiresAt } = await this.sessions.open(account);
      keepSession(reply, key, expiresAt, this.config);
      void reply.redirect('/desk', 303);
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      void reply.redirect(`/desk/login?refused=${error.code}`, 303);
    }
  }

  /** Whom the subject is; or becomes, by the link that is open in this browser or by who is logged in and asked for it. */
  private async accountFor(
    subject: Subject,
    purpose: Record<string, unknown> | null,
    viewer: Viewer,
    acting: Acting,
  ): Promise<Account | null> {
    const { secret, name, link } = purpose ?? {};
    if (link === true && viewer.accountId !== null) {
      await this.oidc.link(viewer.accountId, subject, acting);
      return this.accounts.byId(viewer.accountId);
    }
    const known = await this.oidc.accountOf(subject);
    if (known || typeof secret !== 'string') return known;
    return this.invitations.use(secret, typeof name === 'string' ? name : undefined, subject, acting);
  }
}
