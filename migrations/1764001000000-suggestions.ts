import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRefusals, makeAppendOnly } from './support/append-only.js';
import { createTable, id, instant, integer, link, reference, seq, text, word } from './support/tables.js';

const APPEND_ONLY = ['suggestion_dismissal'];

/** Stems of English words, the frequent ones too: as FTS5 has them. */
const WORDS_ON_POSTGRES = [
  `CREATE TEXT SEARCH DICTIONARY "hindcast_words" (TEMPLATE = snowball, Language = english)`,
  `CREATE TEXT SEARCH CONFIGURATION "hindcast_words" (COPY = pg_catalog.english)`,
  `ALTER TEXT SEARCH CONFIGURATION "hindcast_words" ALTER MAPPING FOR asciiword, asciihword, hword_asciipart,
    word, hword, hword_part WITH "hindcast_words"`,
];

/** Full-text search, the events that may bear on open scenarios, and which of them an editor dismissed. */
export class Suggestions1764001000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'search_entry',
      columns: [seq(), word('subject', 16), reference('subject'), reference('text'), integer('deskOnly')],
      checks: { ck_search_entry_desk_only: '"deskOnly" IN (0, 1)' },
      indices: {
        ix_search_entry_subject: ['subject', 'subjectId'],
        ix_search_entry_text: ['textId'],
      },
    });
    // The engine's own index of words: no entity knows it (see src/database/full-text.ts).
    if (queryRunner.connection.options.type === 'postgres') {
      for (const statement of WORDS_ON_POSTGRES) await queryRunner.query(statement);
      await queryRunner.query(
        `CREATE TABLE "search_word" ("seq" integer PRIMARY KEY, "words" tsvector NOT NULL)`,
      );
      await queryRunner.query(`CREATE INDEX "search_word_words" ON "search_word" USING gin ("words")`);
    } else
      await queryRunner.query(
        `CREATE VIRTUAL TABLE "search_word" USING fts5("words", content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
      );
    await createTable(queryRunner, {
      name: 'suggestion',
      columns: [
        { ...reference('scenario'), isPrimary: true },
        { ...reference('event'), isPrimary: true },
      ],
      indices: { ix_suggestion_event: ['eventId'] },
    });
    await createTable(queryRunner, {
      name: 'suggestion_dismissal',
      columns: [id(), instant('recordedAt')],
      links: [
        link('scenario', 'scenario'),
        link('event', 'event'),
        text('reason', { nullable: true }),
        link('dismissedBy', 'account'),
      ],
      unique: { uq_suggestion_dismissal_pair: ['scenarioId', 'eventId'] },
    });
    await makeAppendOnly(queryRunner, APPEND_ONLY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropRefusals(queryRunner, APPEND_ONLY);
    for (const table of ['suggestion_dismissal', 'suggestion', 'search_word', 'search_entry'])
      await queryRunner.query(`DROP TABLE "${table}"`);
    if (queryRunner.connection.options.type === 'postgres')
      for (const kind of ['CONFIGURATION', 'DICTIONARY'])
        await queryRunner.query(`DROP TEXT SEARCH ${kind} "hindcast_words"`);
  }
}
