import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RequestIdColumn,
  SeqColumn,
  WordColumn,
} from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { Text } from '../texts/text.entity.js';

/** One probability by one forecaster for one scenario, at a time. A revision is a new row. Append-only. */
@Entity('forecast')
@Index('uq_forecast_id', ['id'], { unique: true })
@Index('ix_forecast_scenario', ['scenario', 'forecaster', 'seq'])
@Index('ix_forecast_forecaster', ['forecaster', 'seq'])
@Index('ix_forecast_recorded', ['recordedAt', 'id'])
@Check('ck_forecast_probability', '"probabilityBp" >= 0 AND "probabilityBp" <= 10000')
@Check('ck_forecast_probability_whole', '"probabilityBp" = CAST("probabilityBp" AS integer)')
@Check('ck_forecast_archival', '"archival" IN (0, 1)')
@Check(
  'ck_forecast_reconstructed',
  '"reconstructed" = 0 OR ("archival" = 1 AND "wordsId" IS NOT NULL AND "converterId" IS NOT NULL)',
)
@Check('ck_forecast_times', '"statedAt" <= "recordedAt"')
export class Forecast {
  /** The order of recording: where times are equal, the later row is the revision. */
  @SeqColumn()
  seq: number;

  @WordColumn(36)
  id: string;

  @Ref(() => Scenario, 'forecast', 'scenario')
  scenario: Scenario;

  @Ref(() => Forecaster, 'forecast', 'forecaster')
  forecaster: Forecaster;

  /** Ten-thousandths, 0..10000, as first recorded: an erratum may say what was meant. */
  @IntegerColumn()
  probabilityBp: number;

  @InstantColumn()
  statedAt: string;

  @InstantColumn()
  recordedAt: string;

  /** 1 where it was recorded later than it was stated. */
  @FlagColumn()
  archival: number;

  /** 1 where the number was put to somebody's words afterwards: shown, never scored. */
  @FlagColumn()
  reconstructed: number;

  @Ref(() => Text, 'forecast', 'words', { nullable: true })
  words: Text | null;

  @Ref(() => Text, 'forecast', 'quote', { nullable: true })
  quote: Text | null;

  @Ref(() => Text, 'forecast', 'converter', { nullable: true })
  converter: Text | null;

  @Ref(() => Text, 'forecast', 'rationale', { nullable: true })
  rationale: Text | null;

  /** The version of the criteria that it was given under. */
  @IntegerColumn({ nullable: true })
  criteriaVersion: number | null;

  @Ref(() => Account, 'forecast', 'loggedBy')
  loggedBy: Account;

  @RequestIdColumn()
  requestId: string | null;
}

/** Ends a forecast: from here on its forecaster stands by no probability. Append-only. */
@Entity('withdrawal')
@Index('uq_withdrawal_forecast', ['forecastId'], { unique: true })
@Index('ix_withdrawal_scenario', ['scenario'])
@Index('ix_withdrawal_recorded', ['recordedAt', 'id'])
export class Withdrawal {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'withdrawal', 'scenario')
  scenario: Scenario;

  @WordColumn(36)
  forecastId: string;

  @Ref(() => Text, 'withdrawal', 'reason', { nullable: true })
  reason: Text | null;

  @Ref(() => Account, 'withdrawal', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
