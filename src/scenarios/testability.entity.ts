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
import { Text } from '../texts/text.entity.js';
import { Scenario, type Testability } from './scenario.entity.js';

/** What somebody said of how a scenario can be judged. The latest counts; without any it is untested. Append-only. */
@Entity('testability')
@Index('uq_testability_ordinal', ['scenario', 'ordinal'], { unique: true })
@Check('ck_testability_testability', `"testability" IN ('observable', 'judged', 'untested')`)
@Check('ck_testability_confirmed', '"confirmed" IN (0, 1)')
export class TestabilityRecord {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'testability', 'scenario')
  scenario: Scenario;

  /** From 1. */
  @IntegerColumn()
  ordinal: number;

  @WordColumn(16)
  testability: Testability;

  /** 1 where an editor looked at it; 0 where it came with the scenario or with criteria. */
  @FlagColumn()
  confirmed: number;

  /** The version of the criteria in force then; null where there were none. */
  @IntegerColumn({ nullable: true })
  criteriaVersion: number | null;

  @Ref(() => Text, 'testability', 'note', { nullable: true })
  note: Text | null;

  @Ref(() => Account, 'testability', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
