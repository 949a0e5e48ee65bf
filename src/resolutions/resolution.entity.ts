import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
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
import { Event } from '../events/event.entity.js';
import { type Basis, Scenario } from '../scenarios/scenario.entity.js';
import { Text } from '../texts/text.entity.js';

export const OUTCOMES = ['occurred', 'not_occurred', 'annulled', 'reopened'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const ANNULMENTS = ['premise_false', 'ambiguous', 'duplicate', 'unverifiable'] as const;
export type Annulment = (typeof ANNULMENTS)[number];

/** An editor's recorded judgement. The latest counts; the ones it supersedes stay. Append-only. */
@Entity('resolution')
@Index('uq_resolution_ordinal', ['scenario', 'ordinal'], { unique: true })
@Index('ix_resolution_supersedes', ['supersedes'])
@Index('ix_resolution_recorded', ['recordedAt', 'id'])
@Check('ck_resolution_outcome', `"outcome" IN ('occurred', 'not_occurred', 'annulled', 'reopened')`)
@Check('ck_resolution_basis', `"basis" IS NULL OR "basis" IN ('observed', 'judged', 'absence', 'imported')`)
@Check(
  'ck_resolution_annulment',
  `"annulment" IS NULL OR "annulment" IN ('premise_false', 'ambiguous', 'duplicate', 'unverifiable')`,
)
@Check('ck_resolution_annulled', `("outcome" = 'annulled') = ("annulment" IS NOT NULL)`)
@Check('ck_resolution_dated', `"outcomeOn" IS NOT NULL OR "basis" = 'imported'`)
@Check('ck_resolution_edge_case', '"edgeCase" IS NULL OR "noEdgeCaseId" IS NULL')
@Check('ck_resolution_supersedes', '("ordinal" = 1) = ("supersedesId" IS NULL)')
export class Resolution {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'resolution', 'scenario')
  scenario: Scenario;

  /** From 1: the second and later are corrections. */
  @IntegerColumn()
  ordinal: number;

  @WordColumn(16)
  outcome: Outcome;

  /** Null only where an import knows the outcome but not its day. */
  @DayColumn({ nullable: true })
  outcomeOn: string | null;

  /** The instant, where it is known: forecasts of that day made before it still count. */
  @InstantColumn({ nullable: true })
  outcomeAt: string | null;

  @Ref(() => Text, 'resolution', 'reason')
  reason: Text;

  @WordColumn(16, { nullable: true })
  basis: Basis | null;

  /** The version of the criteria that was judged. */
  @IntegerColumn({ nullable: true })
  criteriaVersion: number | null;

  /** Its row in the table of edge cases of that version, from 1; null where none fits, or none was named. */
  @IntegerColumn({ nullable: true })
  edgeCase: number | null;

  /** Why no row of the table fits. */
  @Ref(() => Text, 'resolution', 'noEdgeCase', { nullable: true })
  noEdgeCase: Text | null;

  @WordColumn(16, { nullable: true })
  annulment: Annulment | null;

  @Ref(() => Scenario, 'resolution', 'duplicateOf', { nullable: true })
  duplicateOf: Scenario | null;

  /** What fell short, of something that nearly occurred. */
  @Ref(() => Text, 'resolution', 'shortfall', { nullable: true })
  shortfall: Text | null;

  @Ref(() => Resolution, 'resolution', 'supersedes', { nullable: true })
  supersedes: Resolution | null;

  /** 1 on an annulment that came after the outcome was known. */
  @FlagColumn()
  afterOutcomeKnown: number;

  /** 1 where it rests on an event that was not confirmed. */
  @FlagColumn()
  onUnconfirmed: number;

  @FlagColumn()
  selfResolved: number;

  /** Whether probability and forecasters were shown before the outcome was chosen; null where not known. */
  @IntegerColumn({ nullable: true })
  forecastsShown: number | null;

  @Ref(() => Account, 'resolution', 'resolvedBy')
  resolvedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** The events that a resolution rests on: for its outcome, or for its premise having held. Append-only. */
@Entity('resolution_evidence')
@Index('uq_resolution_evidence', ['resolution', 'event', 'role'], { unique: true })
@Index('ix_resolution_evidence_event', ['event'])
@Check('ck_resolution_evidence_role', `"role" IN ('outcome', 'premise')`)
export class ResolutionEvidence {
  @IdColumn()
  id: string;

  @Ref(() => Resolution, 'resolution_evidence', 'resolution')
  resolution: Resolution;

  @Ref(() => Event, 'resolution_evidence', 'event')
  event: Event;

  @WordColumn(16)
  role: 'outcome' | 'premise';
}
