import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, integer, link, oneOf, text, word } from './support/tables.js';

const APPEND_ONLY = ['edition_scenario'];

/** What each further edition of a story says of the scenarios on record. */
export class Editions1764000700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const optional = { nullable: true };
    await createTable(queryRunner, {
      name: 'edition_scenario',
      columns: [
        id(),
        integer('ordinal', optional),
        word('standing', 16),
        word('forecastId', 36, optional),
        instant('recordedAt'),
      ],
      links: [
        link('briefingVersion', 'briefing_version'),
        link('scenario', 'scenario'),
        text('statement', optional),
        link('successor', 'scenario', optional),
        text('why', optional),
        link('loggedBy', 'account'),
      ],
      checks: {
        ck_edition_scenario_standing: oneOf('standing', [
          ...['unchanged', 'revised', 'clarified', 'changed', 'dropped', 'new'],
        ]),
        ck_edition_scenario_successor: `("standing" = 'changed') = ("successorId" IS NOT NULL)`,
      },
      unique: { uq_edition_scenario: ['briefingVersionId', 'scenarioId'] },
      indices: {
        ix_edition_scenario_scenario: ['scenarioId'],
        ix_edition_scenario_successor: ['successorId'],
      },
    });
    await makeAppendOnly(queryRunner, APPEND_ONLY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, APPEND_ONLY);
    await queryRunner.dropTable('edition_scenario');
  }
}
