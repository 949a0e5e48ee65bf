import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Acting, ActingAs } from '../http/acting.js';
import { Once } from '../http/idempotency.js';
import { Allow, LoginOnly } from '../http/permissions.js';
import { mayActAs, Viewer } from '../http/viewer.js';
import { CreatedToken, createdToken, CreateToken, TokenList, tokenView } from './token.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('accounts')
@Controller('tokens')
@Allow('reader')
@LoginOnly()
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @ApiOperation({ summary: 'Your tokens, newest first, revoked ones too. For a login, not for a token' })
  @ApiOkResponse({ type: TokenList })
  async list(@Viewer() { accountId }: Viewer): Promise<TokenList> {
    return { items: (await this.tokens.list(accountId!)).map(tokenView) };
  }

  @Post()
  @Once('shown once')
  @ApiOperation({ summary: 'Make a token; it is shown this once. For a login, not for a token' })
  @ApiCreatedResponse({ type: CreatedToken })
  async create(
    @Body() body: CreateToken,
    @Viewer() { accountId }: Viewer,
    @ActingAs() acting: Acting,
  ): Promise<CreatedToken> {
    return createdToken(await this.tokens.create(accountId!, body, acting));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token of yours; as an administrator, of anyone' })
  @ApiNoContentResponse()
  revoke(@Param('id') id: string, @Viewer() viewer: Viewer, @ActingAs() acting: Acting): Promise<void> {
    return this.tokens.revoke(id, mayActAs(viewer, 'administrator') ? null : viewer.accountId, acting);
  }
}
