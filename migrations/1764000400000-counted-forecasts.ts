import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, integer, oneOf, word } from './support/tables.js';

/**
 * The projection that reports read: for each scenario × forecaster the probability that counts at each vantage, for
 * live forecasts alone and for all. Derived, so rows may be replaced; whatever stands here can be computed again.
 */
export class CountedForecasts1764000400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const key = (name: string, length: number) => ({ ...word(name, length), isPrimary: true });
    await createTable(queryRunner, {
      name: 'counted_forecast',
      columns: [
        key('scenarioId', 36),
        key('forecasterId', 36),
        key('vantage', 16),
        key('records', 8),
        { ...integer('part'), isPrimary: true },
        integer('probabilityBp'),
        integer('weight'),
        integer('leadDays'),
        integer('withdrawn'),
        integer('archival'),
      ],
      checks: {
        ck_counted_vantage: oneOf('vantage', ['first', 'last', 'timeWeighted']),
        ck_counted_records: oneOf('records', ['live', 'all']),
        ck_counted_weight: '"weight" > 0 AND "weight" <= 10000',
      },
      indices: { ix_counted_forecaster: ['forecasterId', 'vantage', 'records'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('counted_forecast');
  }
}
