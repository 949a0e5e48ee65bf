import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/validation.js';
import { ROLES, type Role } from '../http/viewer.js';
import { listOf } from './accounts.service.js';
import type { Account } from './account.entity.js';

export class LogIn {
  @Text({ max: 80, description: 'the name of the account' }) name: string;
  @Text({ max: 400 }) password: string;
}

export class SessionAccount {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'slugs of the forecasters that it may log for; null for all',
  })
  mayLogFor: string[] | null;
}

/** Who is logged in. */
export class SessionView {
  @ApiProperty({ type: SessionAccount, nullable: true, description: 'null where nobody is' })
  account: SessionAccount | null;
}

export const sessionView = (account: Account | null): SessionView => {
  if (!account) return { account: null };
  const { id, name, role } = account;
  const slugs = listOf(account.mayLogFor);
  return { account: { id, name, role, mayLogFor: slugs === '*' ? null : slugs } };
};
