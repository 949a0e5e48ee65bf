import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, integer, link, oneOf, text, word } from './support/tables.js';

/** Who said how a scenario can be judged, and which editor confirmed it. */
export class Testability1764000600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'testability',
      columns: [
        id(),
        integer('ordinal'),
        word('testability', 16),
        integer('confirmed'),
        integer('criteriaVersion', { nullable: true }),
        instant('recordedAt'),
      ],
      links: [link('scenario', 'scenario'), text('note', { nullable: true }), link('loggedBy', 'account')],
      checks: {
        ck_testability_testability: oneOf('testability', ['observable', 'judged', 'untested']),
        ck_testability_confirmed: '"confirmed" IN (0, 1)',
      },
      unique: { uq_testability_ordinal: ['scenarioId', 'ordinal'] },
    });
    await makeAppendOnly(queryRunner, ['testability']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, ['testability']);
    await queryRunner.dropTable('testability');
  }
}
