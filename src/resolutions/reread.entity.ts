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
import { Scenario } from '../scenarios/scenario.entity.js';
import { Text } from '../texts/text.entity.js';
import { Topic } from '../topics/topic.entity.js';
import { type Annulment, type Outcome, Resolution } from './resolution.entity.js';

/** An editor asked to be shown the forecasts of a scenario. Append-only. */
@Entity('showing')
@Index('ix_showing_scenario', ['scenario', 'shownTo'])
export class Showing {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'showing', 'scenario')
  scenario: Scenario;

  @Ref(() => Account, 'showing', 'shownTo')
  shownTo: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** A sample of resolved scenarios, for somebody else to judge again without knowing the outcome. Append-only. */
@Entity('reread_draw')
@Check('ck_reread_draw_size', '"size" >= 1 AND "population" >= 1')
@Check('ck_reread_draw_again', '"again" IN (0, 1)')
export class RereadDraw {
  @IdColumn()
  id: string;

  /** With the population it gives the same items again. */
  @IntegerColumn()
  seed: number;

  /** How many were asked for; where the population is smaller, all of it was drawn. */
  @IntegerColumn()
  size: number;

  /** How many scenarios it was drawn from. */
  @IntegerColumn()
  population: number;

  /** The topic that it was drawn from; null for all. */
  @Ref(() => Topic, 'reread_draw', 'topic', { nullable: true })
  topic: Topic | null;

  /** 1 where scenarios that had been re-read before were in the population. */
  @FlagColumn()
  again: number;

  @Ref(() => Account, 'reread_draw', 'drawnBy')
  drawnBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** One scenario of a draw. Append-only. */
@Entity('reread_item')
@Index('uq_reread_item_scenario', ['draw', 'scenario'], { unique: true })
@Index('ix_reread_item_scenario', ['scenario'])
export class RereadItem {
  @IdColumn()
  id: string;

  @Ref(() => RereadDraw, 'reread_item', 'draw')
  draw: RereadDraw;

  @Ref(() => Scenario, 'reread_item', 'scenario')
  scenario: Scenario;
}

/** What another editor found, not knowing the outcome. It agrees where its outcome is the resolution's. Append-only. */
@Entity('reread')
@Index('uq_reread_item', ['item'], { unique: true })
@Index('ix_reread_resolution', ['resolution'])
@Check('ck_reread_outcome', `"outcome" IN ('occurred', 'not_occurred', 'annulled')`)
@Check(
  'ck_reread_annulment',
  `"annulment" IS NULL OR "annulment" IN ('premise_false', 'ambiguous', 'duplicate', 'unverifiable')`,
)
@Check('ck_reread_annulled', `("outcome" = 'annulled') = ("annulment" IS NOT NULL)`)
export class Reread {
  @IdColumn()
  id: string;

  @Ref(() => RereadItem, 'reread', 'item')
  item: RereadItem;

  /** The one that stood when it was read, and that it is compared with. */
  @Ref(() => Resolution, 'reread', 'resolution')
  resolution: Resolution;

  @WordColumn(16)
  outcome: Exclude<Outcome, 'reopened'>;

  @WordColumn(16, { nullable: true })
  annulment: Annulment | null;

  @DayColumn({ nullable: true })
  outcomeOn: string | null;

  @Ref(() => Text, 'reread', 'note', { nullable: true })
  note: Text | null;

  @Ref(() => Account, 'reread', 'readBy')
  readBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
