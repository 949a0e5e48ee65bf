import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Once } from '../http/idempotency.js';
import { Allow } from '../http/permissions.js';
import { forgetSession, keepSession, requireOwnOrigin, sessionKeyOf } from '../http/session-cookie.js';
import { Viewer } from '../http/viewer.js';
import { AccountsService } from './accounts.service.js';
import { LogIn, SessionView, sessionView } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('accounts')
@Controller('session')
@Allow('reader')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is asking' })
  @ApiOkResponse({ type: SessionView })
  async show(@Viewer() viewer: Viewer): Promise<SessionView> {
    return sessionView(viewer.accountId === null ? null : await this.accounts.byId(viewer.accountId));
  }

  @Post()
  @Once('login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Log in, in a browser: the session is kept in a cookie' })
  @ApiOkResponse({ type: SessionView })
  async logIn(
    @Body() body: LogIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (request.headers.origin !== undefined) requireOwnOrigin(request);
    const { key, expiresAt, account } = await this.sessions.logIn(body.name, body.password, request.ip);
    keepSession(reply, key, expiresAt, this.config);
    return sessionView(account);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Log out' })
  @ApiNoContentResponse()
  async logOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const key = sessionKeyOf(request);
    if (key !== undefined) await this.sessions.end(key);
    forgetSession(reply);
  }
}
