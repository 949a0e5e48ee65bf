import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DayColumn, IdColumn, InstantColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Event } from '../events/event.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { Text } from '../texts/text.entity.js';
import { Resolution } from './resolution.entity.js';

/** Takes an entry off the top of the queue until a day. It stays publicly overdue. Append-only. */
@Entity('deferral')
@Index('ix_deferral_scenario', ['scenario'])
export class Deferral {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'deferral', 'scenario')
  scenario: Scenario;

  @DayColumn()
  until: string;

  @Ref(() => Text, 'deferral', 'reason')
  reason: Text;

  @Ref(() => Account, 'deferral', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/**
 * What sends a scenario back: its evidence no longer holds, or somebody who judged it again came to another outcome. And
 * what takes that back: the event is believed again, its day breaks no rule any more.
 */
export type ReferralCause =
  'event_retracted' | 'event_redated' | 'event_restored' | 'date_restored' | 'reread_disagreed';

/**
 * Sends a resolved scenario back to the queue: what its resolution rests on no longer holds, or somebody who judged it
 * again came to another outcome. Or answers that: it holds again. Append-only.
 */
@Entity('referral')
@Index('ix_referral_scenario', ['scenario'])
@Index('ix_referral_resolution', ['resolution'])
@Check(
  'ck_referral_cause',
  `"cause" IN ('event_retracted', 'event_redated', 'event_restored', 'date_restored', 'reread_disagreed')`,
)
@Check('ck_referral_event', `("cause" = 'reread_disagreed') = ("eventId" IS NULL)`)
export class Referral {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'referral', 'scenario')
  scenario: Scenario;

  /** The resolution in doubt; a later one answers the referral as well. */
  @Ref(() => Resolution, 'referral', 'resolution')
  resolution: Resolution;

  /** The event that changed; null where a reread disagreed. */
  @Ref(() => Event, 'referral', 'event', { nullable: true })
  event: Event | null;

  @WordColumn(32)
  cause: ReferralCause;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
