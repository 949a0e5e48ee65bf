import { ApiProperty } from '@nestjs/swagger';
import { Day, OneOf, Text } from '../http/validation.js';
import { type Role, ROLES } from '../http/viewer.js';
import type { ApiToken } from './api-token.entity.js';
import { Slugs } from './account.dto.js';
import { logForView } from './log-for.js';
import type { NewToken } from './tokens.service.js';

export class CreateToken {
  @Text({ max: 80, description: 'what it is for' }) name: string;
  @OneOf(ROLES, { description: "the most that it may do; never above its account's role" }) scope: Role;
  @Slugs({ optional: true, description: "the forecasters that it may log for; its account's if missing" })
  mayLogFor?: string[];
  @Day({ optional: true, description: 'the last day on which it works (UTC); without end if missing' })
  expiresOn?: string;
}

/** A token, without its secret. */
export class TokenView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ROLES }) scope: Role;
  @ApiProperty({ type: [String], nullable: true, description: 'null for those of its account' })
  mayLogFor: string[] | null;
  @ApiProperty() createdAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'to the minute' }) lastUsedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) expiresAt: string | null;
  @ApiProperty({ type: String, nullable: true }) revokedAt: string | null;
}

export class TokenList {
  @ApiProperty({ type: [TokenView] }) items: TokenView[];
}

export class CreatedToken extends TokenView {
  @ApiProperty({ description: 'shown this once; sent as "Authorization: Bearer …"' }) token: string;
}

export const tokenView = (token: ApiToken): TokenView => ({
  id: token.id,
  name: token.name,
  scope: token.scope,
  mayLogFor: token.mayLogFor === null ? null : logForView(token.mayLogFor),
  createdAt: token.createdAt,
  lastUsedAt: token.lastUsedAt,
  expiresAt: token.expiresAt,
  revokedAt: token.revokedAt,
});

export const createdToken = ({ row, token }: NewToken): CreatedToken => ({ ...tokenView(row), token });
