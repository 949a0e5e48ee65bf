import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Briefing } from '../briefings/briefing.entity.js';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RequestIdColumn,
  WordColumn,
} from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';
import { type Term, Topic } from '../topics/topic.entity.js';
import type { Kind, Testability } from './kinds.js';

export { type Kind, KINDS, TESTABILITIES, type Testability } from './kinds.js';
export const STATES = ['draft', 'open', 'resolved', 'annulled'] as const;
export type ScenarioState = (typeof STATES)[number];
export const BASES = ['observed', 'judged', 'absence', 'imported'] as const;
export type Basis = (typeof BASES)[number];

/** One statement that can turn out true or false by a deadline. */
@Entity('scenario')
@Index('ix_scenario_topic', ['topic', 'recordedAt'])
@Index('ix_scenario_topic_closes', ['topic', 'state', 'closesAt'])
@Index('ix_scenario_briefing', ['briefing'])
@Index('ix_scenario_state_closes', ['state', 'closesAt'])
@Index('ix_scenario_outcome', ['state', 'outcomeOn'])
@Index('ix_scenario_recorded', ['recordedAt', 'id'])
@Index('ix_scenario_public', ['publicAt', 'id'])
@Check('ck_scenario_kind', `"kind" IN ('risk', 'opportunity', 'consequence')`)
@Check('ck_scenario_term', `"term" IN ('short', 'medium', 'long')`)
@Check('ck_scenario_testability', `"testability" IN ('observable', 'judged', 'untested')`)
@Check('ck_scenario_state', `"state" IN ('draft', 'open', 'resolved', 'annulled')`)
@Check('ck_scenario_basis', `"basis" IS NULL OR "basis" IN ('observed', 'judged', 'absence', 'imported')`)
@Check('ck_scenario_days', '"openedOn" <= "deadline"')
@Check('ck_scenario_resolved', `("state" = 'resolved') = ("occurred" IS NOT NULL)`)
export class Scenario {
  @IdColumn()
  id: string;

  @Ref(() => Topic, 'scenario', 'topic')
  topic: Topic;

  @Ref(() => Briefing, 'scenario', 'briefing', { nullable: true })
  briefing: Briefing | null;

  /** Its place in its briefing, from 1. */
  @IntegerColumn({ nullable: true })
  ordinal: number | null;

  @WordColumn(16)
  kind: Kind;

  @WordColumn(8)
  term: Term;

  @Ref(() => Text, 'scenario', 'statement')
  statement: Text;

  /** "If …": forecasts are given that it holds. */
  @Ref(() => Text, 'scenario', 'premise', { nullable: true })
  premise: Text | null;

  /** Only events later than this day can settle it. */
  @DayColumn()
  openedOn: string;

  /** The last day, in `zone`, on which it can still occur. Never moves. */
  @DayColumn()
  deadline: string;

  /** The instant at which its deadline has passed in its zone: from here on it is overdue while open. */
  @InstantColumn()
  closesAt: string;

  @WordColumn(64)
  zone: string;

  @WordColumn(16)
  testability: Testability;

  @InstantColumn({ nullable: true })
  publicAt: string | null;

  @Ref(() => Account, 'scenario', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  /** What the latest resolution says, kept here for lists and reports; the record itself is `resolution`. */
  @WordColumn(16)
  state: ScenarioState;

  @DayColumn({ nullable: true })
  outcomeOn: string | null;

  @InstantColumn({ nullable: true })
  outcomeAt: string | null;

  /** The day on which it occurred after all, past its deadline. */
  @DayColumn({ nullable: true })
  lateOn: string | null;

  /** 1 occurred, 0 did not, null: not resolved. */
  @IntegerColumn({ nullable: true })
  occurred: number | null;

  @WordColumn(16, { nullable: true })
  basis: Basis | null;

  /** 1 where the account that resolved it had logged a forecast on it. */
  @FlagColumn()
  selfResolved: number;

  @IntegerColumn()
  version: number;

  @RequestIdColumn()
  requestId: string | null;
}
