import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RequestIdColumn,
  WordColumn,
} from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Event } from '../events/event.entity.js';
import { Text } from '../texts/text.entity.js';
import { Scenario } from './scenario.entity.js';

/** What is judged: the statement, or the premise that it is given. */
export const SUBJECTS = ['statement', 'premise'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const CRITERIA_CHANGES = ['clarified', 'changed'] as const;
export type CriteriaChange = 'initial' | (typeof CRITERIA_CHANGES)[number];

/** What would have to be seen, and where: one version. Append-only. */
@Entity('criteria')
@Index('uq_criteria_ordinal', ['scenario', 'subject', 'ordinal'], { unique: true })
@Check('ck_criteria_subject', `"subject" IN ('statement', 'premise')`)
@Check('ck_criteria_change', `"change" IN ('initial', 'clarified', 'changed')`)
@Check('ck_criteria_late', '"isLate" IN (0, 1)')
export class Criteria {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'criteria', 'scenario')
  scenario: Scenario;

  /** Whether they judge the statement or its premise. */
  @WordColumn(16)
  subject: Subject;

  /** The version, from 1. */
  @IntegerColumn()
  ordinal: number;

  /** `clarified`: the same question. `changed`: another one, which ends the forecasts made before. */
  @WordColumn(16)
  change: CriteriaChange;

  @Ref(() => Text, 'criteria', 'text')
  text: Text;

  /** 1 where they came after the deadline or after an event that may settle the scenario. */
  @FlagColumn()
  isLate: number;

  /** The event after which they came; null where they came after the deadline, or in time. */
  @Ref(() => Event, 'criteria', 'lateBy', { nullable: true })
  lateBy: Event | null;

  @Ref(() => Account, 'criteria', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** "A day late: no." One row of the criteria's table. */
@Entity('edge_case')
@Index('uq_edge_case_ordinal', ['criteria', 'ordinal'], { unique: true })
@Check('ck_edge_case_counts', '"counts" IN (0, 1)')
export class EdgeCase {
  @IdColumn()
  id: string;

  @Ref(() => Criteria, 'edge_case', 'criteria')
  criteria: Criteria;

  @IntegerColumn()
  ordinal: number;

  @Ref(() => Text, 'edge_case', 'case')
  case: Text;

  @FlagColumn()
  counts: number;
}
