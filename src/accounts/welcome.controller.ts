import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { type Acting, ActingAs } from '../http/acting.js';
import { Once } from '../http/idempotency.js';
import { keepForOidc } from '../http/oidc-cookies.js';
import { Allow } from '../http/permissions.js';
import { isSecure, keepSession, requireOwnOrigin } from '../http/session-cookie.js';
import { InvitationsService } from './invitations.service.js';
import { SessionView, sessionView } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { LinkedAccount, linkedAccount, LookAtLink, UseLink, UseLinkElsewhere } from './welcome.dto.js';

/** For whoever holds a link. Its secret is sent in bodies only: addresses are kept in logs and histories. */
@ApiTags('accounts')
@Controller('welcome')
@Allow('reader')
export class WelcomeController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('look')
  @Once('nothing')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a link opens; nothing changes' })
  @ApiOkResponse({ type: LinkedAccount })
  async look(@Body() body: LookAtLink): Promise<LinkedAccount> {
    return linkedAccount(await this.invitations.look(body.secret));
  }

  @Post('elsewhere')
  @Once('nothing')
  @HttpCode(204)
  @ApiOperation({ summary: 'Use a link with a login elsewhere: this browser then goes to /desk/oidc' })
  @ApiNoContentResponse()
  async useElsewhere(
    @Body() { secret, name }: UseLinkElsewhere,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.invitations.look(secret);
    const purpose = { secret, ...(name !== undefined && { name }) };
    keepForOidc(reply, 'hindcast_oidc_for', purpose, isSecure(reply, this.config));
  }

  @Post()
  @Once('login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Use a link: choose a password, and be logged in' })
  @ApiOkResponse({ type: SessionView })
  async use(
    @Body() { secret, name, password }: UseLink,
    @ActingAs() acting: Acting,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (request.headers.origin !== undefined) requireOwnOrigin(request);
    const account = await this.invitations.use(secret, name, { password }, acting);
    const { key, expiresAt } = await this.sessions.open(account);
    keepSession(reply, key, expiresAt, this.config);
    return sessionView(account);
  }
}
