import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, integer } from './support/tables.js';

/** Counts of requests that processes share on PostgreSQL. They may be lost in a crash: no log is written for them. */
export class RateCounts1764002100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'rate_count',
      columns: [
        { name: 'key', type: 'varchar', length: '255', isPrimary: true },
        integer('points'),
        { name: 'expire', type: 'bigint', isNullable: true },
      ],
    });
    if (queryRunner.connection.options.type === 'postgres')
      await queryRunner.query('ALTER TABLE "rate_count" SET UNLOGGED');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('rate_count');
  }
}
