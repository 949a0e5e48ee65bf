import { Check, Entity, type EntityManager, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { newId } from '../database/ids.js';
import { Ref } from '../database/relations.js';
import { currentRequest } from '../database/request-scope.js';
import { Text } from '../texts/text.entity.js';
import { storeText } from '../texts/texts.js';
import { Account } from './account.entity.js';

export const CHANGE_SUBJECTS = ['topic', 'forecaster', 'settings', 'account'] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/**
 * One field of something whose row holds only where it stands now: what it was before, what it became, when, by whom and
 * in which request. Append-only.
 */
@Entity('state_change')
@Check('ck_state_change_subject', `"subject" IN ('topic', 'forecaster', 'settings', 'account')`)
@Index('ix_state_change_recorded', ['recordedAt', 'id'])
@Index('ix_state_change_subject', ['subject', 'name'])
export class StateChange {
  @IdColumn()
  id: string;

  @WordColumn(16)
  subject: ChangeSubject;

  /** Slug of a topic or forecaster, id of an account; `house` for the settings. */
  @WordColumn(64)
  name: string;

  @WordColumn(32)
  field: string;

  /** null where there was none, and for what is not kept: the display name of a person. */
  @Ref(() => Text, 'state_change', 'before', { nullable: true })
  before: Text | null;

  @Ref(() => Text, 'state_change', 'after', { nullable: true })
  after: Text | null;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;

  /** null at the command line. */
  @RefColumn({ nullable: true })
  byId: string | null;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'byId', foreignKeyConstraintName: 'fk_state_change_by' })
  by?: Account | null;
}

type Values = Readonly<Record<string, string | number | null | undefined>>;

export interface Changed {
  subject: ChangeSubject;
  name: string;
  at: string;
  /** Empty for something new. */
  before: Values;
  after: Values;
  /** Fields whose values are personal: that they changed is on record, and not what they were. */
  withoutValues?: readonly string[];
}

/** Puts on record, in the transaction that makes a change, which fields changed, and from what to what. */
export async function recordChange(manager: EntityManager, changed: Changed): Promise<void> {
  const { subject, name, at: recordedAt, before, after, withoutValues = [] } = changed;
  const byId = currentRequest()?.accountId ?? null;
  for (const [field, became] of Object.entries(after)) {
    const was = before[field];
    if (became === undefined) continue;
    if (textOf(was) === textOf(became)) continue;
    const isKept = !withoutValues.includes(field);
    await manager.insert(StateChange, {
      id: newId(),
      subject,
      name,
      field,
      before: isKept ? await stored(manager, was) : null,
      after: isKept ? await stored(manager, became) : null,
      recordedAt,
      byId,
    });
  }
}

const textOf = (value: Values[string]): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

async function stored(manager: EntityManager, value: Values[string]): Promise<Text | null> {
  const text = textOf(value);
  return text === null ? null : storeText(manager, text);
}

type AccountFields = Partial<Pick<Account, 'role' | 'mayLogFor' | 'displayName'>>;

/** The same for an account. Whom a person may be shown as is theirs to take away: only that it changed is on record. */
export function recordAccountChange(
  manager: EntityManager,
  accountId: string,
  at: string,
  before: AccountFields,
  { role, mayLogFor, displayName }: AccountFields,
): Promise<void> {
  const after = { role, mayLogFor, displayName };
  const withoutValues = ['displayName'];
  return recordChange(manager, { subject: 'account', name: accountId, at, before, after, withoutValues });
}
