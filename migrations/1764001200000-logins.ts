import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, instant, link, word } from './support/tables.js';

/** How people log in: passwords and sessions, both as hashes only. */
export class Logins1764001200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'password',
      columns: [id(), word('hash', 200), instant('changedAt')],
      links: [link('account', 'account')],
      unique: { password_account: ['accountId'] },
    });
    await createTable(queryRunner, {
      name: 'session',
      columns: [id(), word('hash', 64), instant('createdAt'), instant('lastSeenAt'), instant('expiresAt')],
      links: [link('account', 'account')],
      unique: { session_hash: ['hash'] },
      indices: { session_account: ['accountId'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('session');
    await queryRunner.dropTable('password');
  }
}
