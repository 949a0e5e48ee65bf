import { isDeepStrictEqual } from 'node:util';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * Full-text search, in the words of either engine: FTS5 on SQLite, `tsvector` with a GIN index on PostgreSQL. It holds
 * the stems of English words under a number, and no text. No word is left out as a frequent one.
 *
 * Sources: https://www.sqlite.org/fts5.html, https://www.postgresql.org/docs/current/textsearch.html
 */
export const SEARCH_TABLE = 'search_word';

/** As the migration makes it on SQLite. */
const FTS5_WORDS = `fts5("words", content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`;

const isPostgres = (manager: EntityManager): boolean => manager.connection.options.type === 'postgres';

/** Keeps the words of a text under its number. On PostgreSQL a text of very many words is kept by its beginning. */
export async function addWords(manager: EntityManager, seq: number, folded: string): Promise<void> {
  const words = keptOf(folded);
  if (isPostgres(manager))
    await manager.query(
      `INSERT INTO "search_word" ("seq", "words") VALUES ($1, to_tsvector('hindcast_words', $2))`,
      [seq, words.slice(0, LONGEST)],
    );
  else await manager.query(`INSERT INTO "search_word" (rowid, "words") VALUES (?, ?)`, [seq, words]);
}

/** The words of a text, letters and digits alone. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What either engine is given of a text. PostgreSQL's parser reads addresses and versions whole, and in the C locale takes
 * any mark beyond ASCII for a letter.
 */
const keptOf = (folded: string): string => wordsOf(folded).join(' ');

/** A tsvector holds at most a megabyte. */
const LONGEST = 250_000;

export async function removeWords(manager: EntityManager, seqs: readonly number[]): Promise<void> {
  const key = isPostgres(manager) ? '"seq"' : 'rowid';
  const place = isPostgres(manager) ? '$1' : '?';
  for (const seq of seqs) await manager.query(`DELETE FROM "search_word" WHERE ${key} = ${place}`, [seq]);
}

/** Those of some numbers under which other words stand than those of these texts, or none. */
export async function otherWords(
  manager: EntityManager,
  texts: readonly { seq: number; folded: string }[],
): Promise<Set<number>> {
  if (texts.length === 0) return new Set();
  if (isPostgres(manager)) {
    const rows = await manager.query<{ seq: number }[]>(
      `SELECT t."seq" FROM unnest($1::integer[], $2::text[]) AS t("seq", "folded")
        LEFT JOIN "search_word" w ON w."seq" = t."seq"
        WHERE w."words" IS DISTINCT FROM to_tsvector('hindcast_words', t."folded")`,
      [texts.map(({ seq }) => seq), texts.map(({ folded }) => keptOf(folded).slice(0, LONGEST))],
    );
    return new Set(rows.map(({ seq }) => seq));
  }
  return otherOnSqlite(manager, texts);
}

/**
 * FTS5 does not tell what stands in a table without contents. So the texts are put into a table like it, and the two are
 * asked alike: how many words a text has, and whether each run of its words is in it.
 */
async function otherOnSqlite(
  manager: EntityManager,
  texts: readonly { seq: number; folded: string }[],
): Promise<Set<number>> {
  const like = new DataSource({ type: 'better-sqlite3', database: ':memory:' });
  await like.initialize();
  try {
    const expected = like.manager;
    await expected.query(`CREATE VIRTUAL TABLE "search_word" USING ${FTS5_WORDS}`);
    for (const { seq, folded } of texts) await addWords(expected, seq, folded);
    const other = new Set<number>();
    for (const { seq, folded } of texts) if (!(await isAlike(manager, expected, seq, folded))) other.add(seq);
    return other;
  } finally {
    await like.destroy();
  }
}

/** Words that are asked for at once. */
const RUN = /(?:\S+\s*){1,200}/gu;

async function isAlike(
  manager: EntityManager,
  expected: EntityManager,
  seq: number,
  folded: string,
): Promise<boolean> {
  const length = (of: EntityManager) =>
    of.query(`SELECT hex("sz") AS "length" FROM "search_word_docsize" WHERE "id" = ?`, [seq]);
  if (!isDeepStrictEqual(await length(manager), await length(expected))) return false;
  for (const [run] of keptOf(folded).matchAll(RUN))
    if ((await has(expected, seq, run)) !== (await has(manager, seq, run))) return false;
  return true;
}

/** Whether a run of words stands under a number. FTS5 heeds no rowid that is given as a real number. */
async function has(manager: EntityManager, seq: number, run: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM "search_word" WHERE rowid = CAST(? AS INTEGER) AND "search_word" MATCH ?`,
    [seq, `"${run}"`],
  );
  return rows.length > 0;
}

/** Numbers, after a number, under which words stand that are of no text. */
export async function wordsOfNothing(manager: EntityManager, after: number, most: number): Promise<number[]> {
  const [table, key, place] = isPostgres(manager)
    ? ['search_word', 'seq', '$1']
    : ['search_word_docsize', 'id', '?'];
  const rows = await manager.query<{ seq: number }[]>(
    `SELECT w."${key}" AS "seq" FROM "${table}" w WHERE w."${key}" > ${place}
      AND NOT EXISTS (SELECT 1 FROM "search_entry" e WHERE e."seq" = w."${key}")
      ORDER BY w."${key}" LIMIT ${most}`,
    [after],
  );
  return rows.map(({ seq }) => seq);
}

/** How many texts hold a word, as the index finds it; `most` where there are as many or more. */
export async function countHolding(manager: EntityManager, word: string, most: number): Promise<number> {
  const { where, words } = condition(manager, [word], false);
  const row = await manager
    .createQueryBuilder()
    .select('COUNT(*)', 'n')
    .from(`(SELECT 1 FROM "search_word" WHERE ${where} LIMIT ${most})`, 'held')
    .setParameters({ words })
    .getRawOne<{ n: number | string }>();
  return Number(row!.n);
}

/**
 * A subselect of the numbers (`seq`) of texts that hold some words, with how well each answers (`rank`, the least first);
 * and the value of its parameter `:words`.
 *
 * @param which texts that hold any of the words; or the one word that is given, or another that begins with it
 */
export function holding(
  manager: EntityManager,
  words: readonly string[],
  which: 'any' | 'beginning',
): { sql: string; words: string } {
  const asked = condition(manager, words, which === 'beginning');
  const columns = isPostgres(manager)
    ? `"seq", -ts_rank("words", ${TS_QUERY}) AS "rank"`
    : `rowid AS "seq", rank AS "rank"`;
  return { sql: `SELECT ${columns} FROM "search_word" WHERE ${asked.where}`, words: asked.words };
}

const TS_QUERY = `to_tsquery('hindcast_words', :words)`;

/** That a text holds one of some words, taken as they are: nothing in them is an operator. */
function condition(
  manager: EntityManager,
  words: readonly string[],
  open: boolean,
): { where: string; words: string } {
  if (isPostgres(manager)) {
    const quoted = words.map((word) => `'${word.replace(/['\\]/g, ' ').trim()}'${open ? ':*' : ''}`);
    return {
      where: `"words" @@ ${TS_QUERY}`,
      words: quoted.filter((word) => !/^'\s*'/.test(word)).join(' | '),
    };
  }
  return {
    where: `"search_word" MATCH :words`,
    words: words.map((word) => `"${word.replace(/"/g, ' ')}"${open ? '*' : ''}`).join(' OR '),
  };
}
