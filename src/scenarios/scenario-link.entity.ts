import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';
import { Scenario } from './scenario.entity.js';

/**
 * How one scenario stands to another. `excludes`: at most one of the two can turn out true. `implies`: where this one
 * turns out true, the other does. `overlaps`: they speak of the same in part. `leadsTo`: this one makes the other likelier.
 */
export const RELATIONS = ['excludes', 'implies', 'overlaps', 'leadsTo'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Those that say the same from both sides. */
export const isSymmetric = (relation: Relation): boolean =>
  relation === 'excludes' || relation === 'overlaps';

/** What somebody of the desk says that two scenarios have to do with each other. Append-only. */
@Entity('scenario_link')
@Index('ix_scenario_link_from', ['from'])
@Index('ix_scenario_link_to', ['to'])
@Check('ck_scenario_link_relation', `"relation" IN ('excludes', 'implies', 'overlaps', 'leadsTo')`)
@Check('ck_scenario_link_other', '"fromId" <> "toId"')
export class ScenarioLink {
  @IdColumn()
  id: string;

  @WordColumn(16)
  relation: Relation;

  @Ref(() => Scenario, 'scenario_link', 'from')
  from: Scenario;

  @Ref(() => Scenario, 'scenario_link', 'to')
  to: Scenario;

  @Ref(() => Text, 'scenario_link', 'note', { nullable: true })
  note: Text | null;

  @Ref(() => Account, 'scenario_link', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** Takes a link back: from here on it is shown no more. Append-only. */
@Entity('scenario_link_ending')
@Index('uq_scenario_link_ending_link', ['link'], { unique: true })
export class ScenarioLinkEnding {
  @IdColumn()
  id: string;

  @Ref(() => ScenarioLink, 'scenario_link_ending', 'link')
  link: ScenarioLink;

  @Ref(() => Text, 'scenario_link_ending', 'reason')
  reason: Text;

  @Ref(() => Account, 'scenario_link_ending', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
