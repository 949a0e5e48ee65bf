import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { type Acting, ActingAs } from '../http/acting.js';
import { Once } from '../http/idempotency.js';
import { TakesVersion } from '../http/if-match.js';
import { keepForOidc } from '../http/oidc-cookies.js';
import { Allow, LoginOnly } from '../http/permissions.js';
import { forgetSession, isSecure, keepSession, sessionKeyOf } from '../http/session-cookie.js';
import { Viewer } from '../http/viewer.js';
import { AccountKeeping } from './account-keeping.service.js';
import { ChangeDisplayName } from './account.dto.js';
import { hashOf } from './secrets.js';
import { ChangePassword, OpenSessions, openSession, SessionView, sessionView } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

/** What people do with the account that they are logged in with. */
@ApiTags('accounts')
@Controller('account')
@Allow('reader')
@LoginOnly()
export class OwnAccountController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly keeping: AccountKeeping,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('password')
  @Once('shown once')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Change your password: you stay logged in here, and nowhere else; tokens hold on',
  })
  @ApiOkResponse({ type: SessionView })
  async changePassword(
    @Body() body: ChangePassword,
    @Viewer() { accountId }: Viewer,
    @ActingAs() acting: Acting,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { key, expiresAt, account } = await this.sessions.changePassword(accountId!, body, ip, acting);
    keepSession(reply, key, expiresAt, this.config);
    return sessionView(account);
  }

  @Post('elsewhere')
  @Once('nothing')
  @HttpCode(204)
  @ApiOperation({ summary: 'Log in elsewhere from now on, too: this browser then goes to /desk/oidc' })
  @ApiNoContentResponse()
  linkElsewhere(@Res({ passthrough: true }) reply: FastifyReply): void {
    keepForOidc(reply, 'hindcast_oidc_for', { link: true }, isSecure(reply, this.config));
  }

  @Post('display-name')
  @TakesVersion('own account')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change the name under which readers see what you have done' })
  @ApiOkResponse({ type: SessionView })
  async changeDisplayName(
    @Body() { displayName }: ChangeDisplayName,
    @Viewer() { accountId }: Viewer,
  ): Promise<SessionView> {
    return sessionView(await this.keeping.setDisplayName(accountId!, displayName));
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where you are logged in, latest first' })
  @ApiOkResponse({ type: OpenSessions })
  async listSessions(@Viewer() { accountId }: Viewer, @Req() request: FastifyRequest): Promise<OpenSessions> {
    const key = sessionKeyOf(request);
    const ownHash = key === undefined ? null : hashOf(key);
    return { items: (await this.sessions.list(accountId!)).map((row) => openSession(row, ownHash)) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ summary: 'Log out everywhere' })
  @ApiNoContentResponse()
  async endSessions(
    @Viewer() { accountId }: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(accountId!);
    forgetSession(reply);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete your account: you are taken out of it; what you logged stays on record' })
  @ApiNoContentResponse()
  async remove(
    @Viewer() { accountId }: Viewer,
    @ActingAs() acting: Acting,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.keeping.remove(accountId!, acting);
    forgetSession(reply);
  }
}
