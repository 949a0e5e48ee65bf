import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, instant, word } from './support/tables.js';

/** What is said of this house as a whole, and belongs to its database rather than to a machine's environment. */
export class Settings1764000500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'setting',
      columns: [{ ...word('name', 64), isPrimary: true }, word('value', 1000), instant('changedAt')],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('setting');
  }
}
