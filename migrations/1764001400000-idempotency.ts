import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, reference, word } from './support/tables.js';

/** The keys under which clients had something recorded, so that trying again records nothing twice. */
export class Idempotency1764001400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'idempotency_key',
      columns: [
        ...[id(), reference('account'), word('key', 200), word('digest', 64)],
        ...[reference('result'), instant('recordedAt')],
      ],
      unique: { uq_idempotency_key: ['accountId', 'key'] },
      indices: { ix_idempotency_key_recorded: ['recordedAt'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('idempotency_key');
  }
}
