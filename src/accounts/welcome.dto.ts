import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/validation.js';
import { type Role, ROLES } from '../http/viewer.js';
import type { Invitation, InvitationKind } from './invitation.entity.js';

export class LookAtLink {
  @Text({ max: 100, description: 'what stands after the # in the link' }) secret: string;
}

export class UseLink extends LookAtLink {
  @Text({ max: 80, optional: true, description: 'for the first administrator only: others have theirs' })
  name?: string;
  @Text({ max: 400 }) password: string;
}

export class UseLinkElsewhere extends LookAtLink {
  @Text({ max: 80, optional: true, description: 'for the first administrator only: others have theirs' })
  name?: string;
}

/** What a link opens. */
export class LinkedAccount {
  @ApiProperty({ enum: ['first', 'invite', 'reset'] }) kind: InvitationKind;
  @ApiProperty({ type: String, nullable: true, description: 'null where it is still to be chosen' })
  name: string | null;
  @ApiProperty({ enum: ROLES }) role: Role;
}

export const linkedAccount = ({ kind, account }: Invitation): LinkedAccount => ({
  kind,
  name: account?.name ?? null,
  role: account?.role ?? 'administrator',
});
