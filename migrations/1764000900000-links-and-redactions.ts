import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, link, oneOf, text, word } from './support/tables.js';

const APPEND_ONLY = ['scenario_link', 'scenario_link_ending', 'redaction'];

/** Links between scenarios, and their endings; which texts were ordered away, by whom and why. */
export class LinksAndRedactions1764000900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'scenario_link',
      columns: [id(), word('relation', 16), instant('recordedAt')],
      links: [
        link('from', 'scenario'),
        link('to', 'scenario'),
        text('note', { nullable: true }),
        link('loggedBy', 'account'),
      ],
      checks: {
        ck_scenario_link_relation: oneOf('relation', ['excludes', 'implies', 'overlaps', 'leadsTo']),
        ck_scenario_link_other: '"fromId" <> "toId"',
      },
      indices: { ix_scenario_link_from: ['fromId'], ix_scenario_link_to: ['toId'] },
    });
    await createTable(queryRunner, {
      name: 'scenario_link_ending',
      columns: [id(), instant('recordedAt')],
      links: [link('link', 'scenario_link'), text('reason'), link('loggedBy', 'account')],
      unique: { uq_scenario_link_ending_link: ['linkId'] },
    });
    await createTable(queryRunner, {
      name: 'redaction',
      columns: [id(), instant('recordedAt')],
      links: [text('text'), text('reason'), link('redactedBy', 'account')],
      unique: { uq_redaction_text: ['textId'] },
    });
    await makeAppendOnly(queryRunner, APPEND_ONLY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, APPEND_ONLY);
    for (const table of ['redaction', 'scenario_link_ending', 'scenario_link'])
      await queryRunner.dropTable(table);
  }
}
