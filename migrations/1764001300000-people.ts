import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, link, oneOf, seq, word } from './support/tables.js';

/** How people come, and what becomes of their accounts: links used once, logins elsewhere, and who changed what. */
export class People1764001300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'invitation',
      columns: [
        id(),
        word('kind', 8),
        word('hash', 64),
        instant('createdAt'),
        instant('expiresAt', { nullable: true }),
        instant('usedAt', { nullable: true }),
      ],
      links: [link('account', 'account', { nullable: true })],
      checks: {
        invitation_kind: oneOf('kind', ['first', 'invite', 'reset']),
        invitation_account: `("kind" = 'first') = ("accountId" IS NULL)`,
      },
      unique: { invitation_hash: ['hash'] },
      indices: { invitation_account_id: ['accountId'] },
    });
    await createTable(queryRunner, {
      name: 'identity',
      columns: [id(), word('issuer', 300), word('subject', 255), instant('linkedAt')],
      links: [link('account', 'account')],
      unique: { identity_issuer_subject: ['issuer', 'subject'] },
      indices: { identity_account: ['accountId'] },
    });
    await createTable(queryRunner, {
      name: 'account_change',
      columns: [
        seq(),
        instant('at'),
        word('what', 24),
        word('detail', 64, { nullable: true }),
        word('requestId', 36, { nullable: true }),
      ],
      links: [link('by', 'account', { nullable: true }), link('account', 'account')],
      indices: { account_change_account: ['accountId'] },
    });
    await makeAppendOnly(queryRunner, ['account_change']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, ['account_change']);
    for (const table of ['account_change', 'identity', 'invitation']) await queryRunner.dropTable(table);
  }
}
