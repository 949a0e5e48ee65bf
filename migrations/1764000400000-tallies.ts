import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, day, instant, integer, longText, word } from './support/tables.js';

/**
 * What reports read: each scenario as it counts, the probabilities that count of each forecaster, and the tallies of
 * both. Derived, so rows may be replaced; whatever stands here can be computed again.
 */
export class Tallies1764000400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const key = (name: string, length: number) => ({ ...word(name, length), isPrimary: true });
    const whole = (name: string) => ({ ...integer(name), isPrimary: true });
    await createTable(queryRunner, {
      name: 'counted_scenario',
      withoutRowid: true,
      columns: [
        key('scenarioId', 36),
        word('topicId', 36),
        day('day'),
        integer('class'),
        integer('fate'),
        instant('changesAt', { nullable: true }),
      ],
      indices: {
        ix_counted_scenario_topic: ['topicId', 'day'],
        ix_counted_scenario_day: ['day', 'scenarioId'],
        ix_counted_scenario_changes: ['changesAt'],
      },
    });
    await createTable(queryRunner, {
      name: 'counted_forecast',
      withoutRowid: true,
      columns: [
        key('scenarioId', 36),
        key('forecasterId', 36),
        whole('part'),
        integer('views'),
        integer('probabilityBp'),
        integer('weight'),
        integer('leadDays'),
        integer('withdrawn'),
        integer('archival'),
        word('topicId', 36),
        day('day'),
        integer('class'),
        integer('fate'),
      ],
      checks: {
        ck_counted_probability: '"probabilityBp" >= 0 AND "probabilityBp" <= 10000',
        ck_counted_weight: '"weight" > 0 AND "weight" <= 10000',
        ck_counted_views: '"views" >= 0 AND "views" < 64',
      },
      indices: { ix_counted_forecaster: ['forecasterId', 'topicId', 'day'] },
    });
    await createTable(queryRunner, {
      name: 'tally',
      withoutRowid: true,
      columns: [
        key('groupId', 36),
        whole('class'),
        key('period', 11),
        longText('firstLive'),
        longText('lastLive'),
        longText('timeWeightedLive'),
        longText('firstAll'),
        longText('lastAll'),
        longText('timeWeightedAll'),
      ],
    });
    await createTable(queryRunner, {
      name: 'record_version',
      columns: [whole('id'), integer('version'), integer('publicVersion')],
      checks: { ck_record_version_one: '"id" = 1' },
    });
    await queryRunner.query(
      'INSERT INTO "record_version" ("id", "version", "publicVersion") VALUES (1, 0, 0)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['record_version', 'tally', 'counted_forecast', 'counted_scenario'])
      await queryRunner.dropTable(table);
  }
}
