import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { BriefingVersion } from '../briefings/briefing.entity.js';
import { IdColumn, InstantColumn, IntegerColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';
import { Scenario } from './scenario.entity.js';

/**
 * `unchanged`: said again. `revised`: given another probability. `clarified`: reworded, the same question. `changed`:
 * reworded into another, which is its successor. `dropped`: not said any more; it stays open. `new`: said first here.
 */
export const EDITION_STANDINGS = ['unchanged', 'revised', 'clarified', 'changed', 'dropped', 'new'] as const;
export type EditionStanding = (typeof EDITION_STANDINGS)[number];

/** What one further edition of a story says of one scenario. Append-only. */
@Entity('edition_scenario')
@Index('uq_edition_scenario', ['briefingVersion', 'scenario'], { unique: true })
@Index('ix_edition_scenario_scenario', ['scenario'])
@Index('ix_edition_scenario_successor', ['successor'])
@Check(
  'ck_edition_scenario_standing',
  `"standing" IN ('unchanged', 'revised', 'clarified', 'changed', 'dropped', 'new')`,
)
@Check('ck_edition_scenario_successor', `("standing" = 'changed') = ("successorId" IS NOT NULL)`)
export class EditionScenario {
  @IdColumn()
  id: string;

  @Ref(() => BriefingVersion, 'edition_scenario', 'briefingVersion')
  briefingVersion: BriefingVersion;

  @Ref(() => Scenario, 'edition_scenario', 'scenario')
  scenario: Scenario;

  /** Its place in the edition, from 1; null where the edition does not say it. */
  @IntegerColumn({ nullable: true })
  ordinal: number | null;

  @WordColumn(16)
  standing: EditionStanding;

  /** As the edition words it, where it words it otherwise. */
  @Ref(() => Text, 'edition_scenario', 'statement', { nullable: true })
  statement: Text | null;

  /** The revision that the edition brought. */
  @WordColumn(36, { nullable: true })
  forecastId: string | null;

  /** The scenario that took its place. */
  @Ref(() => Scenario, 'edition_scenario', 'successor', { nullable: true })
  successor: Scenario | null;

  /** Why it was dropped; null where nobody has said. */
  @Ref(() => Text, 'edition_scenario', 'why', { nullable: true })
  why: Text | null;

  @Ref(() => Account, 'edition_scenario', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
