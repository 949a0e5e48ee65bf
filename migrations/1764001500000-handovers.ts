import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, link, text } from './support/tables.js';

const TABLES = ['handover_end', 'handover'];

/** Briefings that analysts hand on, where only an editor may say what became of a scenario. */
export class Handovers1764001500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'handover',
      columns: [id(), instant('recordedAt')],
      links: [
        ...[text('headline'), text('text', { nullable: true }), text('fields')],
        ...[text('note', { nullable: true }), link('loggedBy', 'account')],
      ],
      indices: { ix_handover_recorded: ['recordedAt', 'id'], ix_handover_logged_by: ['loggedById'] },
    });
    await createTable(queryRunner, {
      name: 'handover_end',
      columns: [id(), instant('recordedAt')],
      links: [
        ...[link('handover', 'handover'), link('briefing', 'briefing', { nullable: true })],
        ...[text('reason', { nullable: true }), link('loggedBy', 'account')],
      ],
      checks: { ck_handover_end_how: `("briefingId" IS NULL) <> ("reasonId" IS NULL)` },
      unique: { uq_handover_end_handover: ['handoverId'] },
    });
    await makeAppendOnly(queryRunner, TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, TABLES);
    for (const table of TABLES) await queryRunner.dropTable(table);
  }
}
