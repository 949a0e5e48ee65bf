import type { EntityManager } from 'typeorm';

/**
 * Full-text search, in the words of either engine: FTS5 on SQLite, `tsvector` with a GIN index on PostgreSQL. It holds
 * the stems of English words under a number, and no text. No word is left out as a frequent one.
 *
 * Sources: https://www.sqlite.org/fts5.html, https://www.postgresql.org/docs/current/textsearch.html
 */
export const SEARCH_TABLE = 'search_word';

const isPostgres = (manager: EntityManager): boolean => manager.connection.options.type === 'postgres';

/** Keeps the words of a text under its number. On PostgreSQL a text of very many words is kept by its beginning. */
export async function addWords(manager: EntityManager, seq: number, folded: string): Promise<void> {
  // PostgreSQL's parser reads addresses and versions whole, and in the C locale takes any mark beyond ASCII for a letter.
  const words = wordsOf(folded).join(' ');
  if (isPostgres(manager))
    await manager.query(
      `INSERT INTO "search_word" ("seq", "words") VALUES ($1, to_tsvector('hindcast_words', $2))`,
      [seq, words.slice(0, LONGEST)],
    );
  else await manager.query(`INSERT INTO "search_word" (rowid, "words") VALUES (?, ?)`, [seq, words]);
}

/** The words of a text as both engines keep them: letters and digits, and nothing between. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** A tsvector holds at most a megabyte. */
const LONGEST = 250_000;

export async function removeWords(manager: EntityManager, seqs: readonly number[]): Promise<void> {
  const key = isPostgres(manager) ? '"seq"' : 'rowid';
  const place = isPostgres(manager) ? '$1' : '?';
  for (const seq of seqs) await manager.query(`DELETE FROM "search_word" WHERE ${key} = ${place}`, [seq]);
}

/**
 * A subselect of the numbers (`seq`) of texts that hold some words, with how well each answers (`rank`, the least first);
 * and the value of its parameter `:words`. Words are taken as they are: nothing in them is an operator.
 *
 * @param which texts that hold any of the words; or the one word that is given, or another that begins with it
 */
export function holding(
  manager: EntityManager,
  words: readonly string[],
  which: 'any' | 'beginning',
): { sql: string; words: string } {
  const open = which === 'beginning';
  if (isPostgres(manager)) {
    const quoted = words.map((word) => `'${word.replace(/['\\]/g, ' ').trim()}'${open ? ':*' : ''}`);
    return {
      sql: `SELECT "seq", -ts_rank("words", to_tsquery('hindcast_words', :words)) AS "rank" FROM "search_word"
        WHERE "words" @@ to_tsquery('hindcast_words', :words)`,
      words: quoted.filter((word) => !/^'\s*'/.test(word)).join(' | '),
    };
  }
  return {
    sql: `SELECT rowid AS "seq", rank AS "rank" FROM "search_word" WHERE "search_word" MATCH :words`,
    words: words.map((word) => `"${word.replace(/"/g, ' ')}"${open ? '*' : ''}`).join(' OR '),
  };
}
