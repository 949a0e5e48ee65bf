import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, Matches, ValidateIf } from 'class-validator';
import { OneOf, Text } from '../http/validation.js';
import { type Role, ROLES } from '../http/viewer.js';
import { ACCOUNT_CHANGES, type AccountChange } from './account-change.entity.js';
import type { Account } from './account.entity.js';
import { logForView } from './log-for.js';

/** Slugs of forecasters. */
export function Slugs({
  optional,
  description,
}: {
  optional?: boolean;
  description: string;
}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [String], required: !optional, nullable: optional === true, description }),
    ValidateIf((_, value) => value !== undefined && value !== null),
    IsArray({ message: 'must be a list of slugs' }),
    ArrayMaxSize(200),
    Matches(/^[\p{L}\p{N}-]{1,64}$/u, { each: true, message: 'must be slugs of forecasters' }),
  );
}

const DisplayName = (choices: { optional?: boolean } = {}): PropertyDecorator =>
  Text({
    max: 80,
    nullable: true,
    description: 'what readers see beside what the account has done; null for a word of its role',
    ...choices,
  });

export class CreateAccount {
  @Text({ max: 80, description: 'the name to log in with; no e-mail address' }) name: string;
  @OneOf(ROLES) role: Role;
  @Slugs({ optional: true, description: 'forecasters that it may log for; all if missing or null' })
  mayLogFor?: string[] | null;
  @DisplayName({ optional: true }) displayName?: string | null;
}

export class ChangeDisplayName {
  @DisplayName() displayName: string | null;
}

export class ChangeRole {
  @OneOf(ROLES) role: Role;
  @Slugs({ optional: true, description: 'as it was if missing; null for all' })
  mayLogFor?: string[] | null;
}

/** An account, as administrators see it. */
export class AccountView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'what readers see' }) displayName: string | null;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: [String], nullable: true, description: 'null for all' }) mayLogFor: string[] | null;
  @ApiProperty({ type: 'integer', description: 'counts its changes; for `If-Match`' }) version: number;
  @ApiProperty() createdAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'closed since' }) closedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'its person was taken out' }) deletedAt:
    string | null;
  @ApiProperty({ description: 'whether it has a password, or a login elsewhere' }) canLogIn: boolean;
  @ApiProperty({ description: 'tokens that still open something' }) tokens: number;
  @ApiProperty({ type: String, nullable: true, description: 'by login or token' }) lastSeenAt: string | null;
}

/** A link that opens an account once. Pass it on where nobody else reads it. */
export class LinkView {
  @ApiProperty({ description: 'shown this once' }) link: string;
  @ApiProperty() expiresAt: string;
}

export class InvitedAccount extends LinkView {
  @ApiProperty({ type: AccountView }) account: AccountView;
}

export class AccountChangeView {
  @ApiProperty({ type: 'integer' }) seq: number;
  @ApiProperty() at: string;
  @ApiProperty({ enum: ACCOUNT_CHANGES }) what: string;
  @ApiProperty({ type: String, nullable: true }) detail: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'the account that did it' }) by: string | null;
  @ApiProperty({ description: 'the account that it was done to' }) account: string;
  @ApiProperty({ type: String, nullable: true }) requestId: string | null;
}

/** What is counted of an account beside its own row. */
export interface AccountFacts {
  canLogIn: boolean;
  tokens: number;
  lastSeenAt: string | null;
}

export const accountView = (account: Account, facts: AccountFacts): AccountView => ({
  id: account.id,
  name: account.name,
  displayName: account.displayName,
  role: account.role,
  mayLogFor: logForView(account.mayLogFor),
  version: account.version,
  createdAt: account.createdAt,
  closedAt: account.disabledAt,
  deletedAt: account.deletedAt,
  ...facts,
});

export const accountChangeView = (change: AccountChange): AccountChangeView => ({
  seq: change.seq,
  at: change.at,
  what: change.what,
  detail: change.detail,
  by: change.by?.name ?? null,
  account: change.account!.name,
  requestId: change.requestId,
});
