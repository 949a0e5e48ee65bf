import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/validation.js';
import { ROLES, type Role } from '../http/viewer.js';
import type { Account } from './account.entity.js';
import { logForView } from './log-for.js';
import type { Session } from './session.entity.js';

export class LogIn {
  @Text({ max: 80, pasted: true, description: 'the name of the account' }) name: string;
  @Text({ max: 400, pasted: true }) password: string;
}

export class SessionAccount {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'what readers see' }) displayName: string | null;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'slugs of the forecasters that it may log for; null for all',
  })
  mayLogFor: string[] | null;
  @ApiProperty({ type: 'integer', description: 'counts its changes; for `If-Match`' }) version: number;
}

/** Who is logged in. */
export class SessionView {
  @ApiProperty({ type: SessionAccount, nullable: true, description: 'null where nobody is' })
  account: SessionAccount | null;
}

export const sessionView = (account: Account | null): SessionView => {
  if (!account) return { account: null };
  const { id, name, displayName, role, version } = account;
  return { account: { id, name, displayName, role, mayLogFor: logForView(account.mayLogFor), version } };
};

export class ChangePassword {
  @Text({ max: 400, pasted: true, optional: true, description: 'may be missing where there is none yet' })
  current?: string;
  @Text({ max: 400, description: 'the new one' }) password: string;
}

/** Where somebody is logged in. */
export class OpenSession {
  @ApiProperty() createdAt: string;
  @ApiProperty({ description: 'to the minute' }) lastSeenAt: string;
  @ApiProperty() expiresAt: string;
  @ApiProperty({ description: 'whether it is the one that asks' }) here: boolean;
}

export class OpenSessions {
  @ApiProperty({ type: [OpenSession] }) items: OpenSession[];
}

export const openSession = (session: Session, ownHash: string | null): OpenSession => ({
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  expiresAt: session.expiresAt,
  here: session.hash === ownHash,
});
