import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, link, oneOf, text, word } from './support/tables.js';

/** Tables whose rows name the request that wrote them. */
const REQUESTED = [
  'briefing_version',
  'criteria',
  'deferral',
  'edition_scenario',
  'erratum',
  'event',
  'event_standing',
  'evidence',
  'forecast',
  'handover',
  'handover_end',
  'publication',
  'redaction',
  'referral',
  'reread',
  'reread_draw',
  'resolution',
  'scenario',
  'scenario_link',
  'scenario_link_ending',
  'showing',
  'source',
  'suggestion_dismissal',
  'testability',
  'withdrawal',
];

/** Requests on record; versions of topics and accounts; display names; what a request under a key came to. */
export class Writes1764002300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of REQUESTED) await add(queryRunner, table, '"requestId" varchar(36)');
    for (const table of ['topic', 'account'])
      await add(queryRunner, table, '"version" integer NOT NULL DEFAULT 1');
    await add(queryRunner, 'account', '"displayName" varchar(80)');
    await add(queryRunner, 'idempotency_key', '"result" text');
    await queryRunner.query(`UPDATE "idempotency_key" SET "result" = '"' || "resultId" || '"'`);
    await drop(queryRunner, 'idempotency_key', 'resultId');
    await createTable(queryRunner, {
      name: 'state_change',
      columns: [
        id(),
        word('subject', 16),
        word('name', 64),
        word('field', 32),
        instant('recordedAt'),
        word('requestId', 36, { nullable: true }),
      ],
      links: [
        text('before', { nullable: true }),
        text('after', { nullable: true }),
        link('by', 'account', { nullable: true }),
      ],
      checks: {
        ck_state_change_subject: oneOf('subject', ['topic', 'forecaster', 'settings', 'account']),
      },
      indices: {
        ix_state_change_recorded: ['recordedAt', 'id'],
        ix_state_change_subject: ['subject', 'name'],
      },
    });
    await makeAppendOnly(queryRunner, ['state_change']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, ['state_change']);
    await queryRunner.dropTable('state_change');
    await queryRunner.query(`DELETE FROM "idempotency_key"`);
    await drop(queryRunner, 'idempotency_key', 'result');
    await add(queryRunner, 'idempotency_key', `"resultId" varchar(36) NOT NULL DEFAULT ''`);
    await drop(queryRunner, 'account', 'displayName');
    for (const table of ['topic', 'account']) await drop(queryRunner, table, 'version');
    for (const table of REQUESTED) await drop(queryRunner, table, 'requestId');
  }
}

const add = (queryRunner: QueryRunner, table: string, column: string): Promise<unknown> =>
  queryRunner.query(`ALTER TABLE "${table}" ADD COLUMN ${column}`);

const drop = (queryRunner: QueryRunner, table: string, column: string): Promise<unknown> =>
  queryRunner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
