import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Acting, ActingAs } from '../http/acting.js';
import { Once } from '../http/idempotency.js';
import { TakesVersion } from '../http/if-match.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Allow, LoginOnly } from '../http/permissions.js';
import { AccountFactsService } from './account-facts.service.js';
import { AccountKeeping } from './account-keeping.service.js';
import {
  AccountChangeView,
  accountChangeView,
  AccountView,
  ChangeDisplayName,
  ChangeRole,
  CreateAccount,
  InvitedAccount,
  LinkView,
} from './account.dto.js';
import { InvitationsService, type NewLink } from './invitations.service.js';
import { TokenList, tokenView } from './token.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('accounts')
@Controller('accounts')
@Allow('administrator')
export class AccountsController {
  constructor(
    private readonly keeping: AccountKeeping,
    private readonly facts: AccountFactsService,
    private readonly invitations: InvitationsService,
    private readonly tokens: TokensService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All accounts, by name' })
  @ApiOkResponse({ type: PageOf(AccountView) })
  async list(@Query() page: PageQuery): Promise<Page<AccountView>> {
    const found = await this.keeping.list(page);
    return { ...found, items: await this.facts.viewsOf(found.items) };
  }

  @Get('changes')
  @ApiOperation({ summary: 'What was done to accounts, when and by whom; latest first' })
  @ApiOkResponse({ type: PageOf(AccountChangeView) })
  async changes(@Query() page: PageQuery): Promise<Page<AccountChangeView>> {
    const found = await this.keeping.changes(page);
    return { ...found, items: found.items.map(accountChangeView) };
  }

  @Post()
  @Once('shown once')
  @LoginOnly()
  @ApiOperation({ summary: 'Invite somebody: an account, and a link of a week to choose its password' })
  @ApiCreatedResponse({ type: InvitedAccount })
  async invite(
    @Body() body: CreateAccount,
    @ActingAs() acting: Acting,
    @Req() request: FastifyRequest,
  ): Promise<InvitedAccount> {
    const choices = { mayLogFor: body.mayLogFor ?? ('*' as const), displayName: body.displayName ?? null };
    const { account, link } = await this.keeping.invite(body.name, body.role, choices, acting);
    const [view] = await this.facts.viewsOf([account]);
    return { account: view!, ...this.linkView(link, request) };
  }

  @Post(':id/resets')
  @Once('shown once')
  @TakesVersion('account')
  @LoginOnly()
  @ApiOperation({ summary: 'A link of a day to a new password; who never came gets another invitation' })
  @ApiCreatedResponse({ type: LinkView })
  async reset(
    @Param('id') id: string,
    @ActingAs() acting: Acting,
    @Req() request: FastifyRequest,
  ): Promise<LinkView> {
    return this.linkView(await this.keeping.reset(id, acting), request);
  }

  @Post(':id/role')
  @TakesVersion('account')
  @LoginOnly()
  @HttpCode(200)
  @ApiOperation({ summary: 'Change what an account may do; it is logged out everywhere' })
  @ApiOkResponse({ type: AccountView })
  async changeRole(
    @Param('id') id: string,
    @Body() { role, mayLogFor }: ChangeRole,
    @ActingAs() acting: Acting,
  ): Promise<AccountView> {
    const logFor = mayLogFor === null ? '*' : mayLogFor;
    return this.facts.viewOf(await this.keeping.changeRole(id, role, logFor, acting));
  }

  @Post(':id/display-name')
  @TakesVersion('account')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change the name under which readers see what the account has done' })
  @ApiOkResponse({ type: AccountView })
  async changeDisplayName(
    @Param('id') id: string,
    @Body() { displayName }: ChangeDisplayName,
  ): Promise<AccountView> {
    return this.facts.viewOf(await this.keeping.setDisplayName(id, displayName));
  }

  @Post(':id/closings')
  @TakesVersion('account')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close an account: its logins, tokens and links end' })
  @ApiOkResponse({ type: AccountView })
  async close(@Param('id') id: string, @ActingAs() acting: Acting): Promise<AccountView> {
    return this.facts.viewOf(await this.keeping.close(id, acting));
  }

  @Post(':id/reopenings')
  @TakesVersion('account')
  @LoginOnly()
  @HttpCode(200)
  @ApiOperation({ summary: 'Open a closed account again; its tokens stay revoked' })
  @ApiOkResponse({ type: AccountView })
  async reopen(@Param('id') id: string, @ActingAs() acting: Acting): Promise<AccountView> {
    return this.facts.viewOf(await this.keeping.reopen(id, acting));
  }

  @Delete(':id')
  @TakesVersion('account')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the person out of an account; what it has logged stays on record' })
  @ApiNoContentResponse()
  remove(@Param('id') id: string, @ActingAs() acting: Acting): Promise<void> {
    return this.keeping.remove(id, acting);
  }

  @Get(':id/tokens')
  @ApiOperation({ summary: 'The tokens of an account, newest first' })
  @ApiOkResponse({ type: TokenList })
  async tokensOf(@Param('id') id: string): Promise<TokenList> {
    return { items: (await this.tokens.list(id)).map(tokenView) };
  }

  private linkView({ secret, expiresAt }: NewLink, { protocol, host }: FastifyRequest): LinkView {
    return { link: this.invitations.addressOf(secret, `${protocol}://${host}`), expiresAt: expiresAt! };
  }
}
