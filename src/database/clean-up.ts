import type { DataSource } from 'typeorm';
import { SEARCH_TABLE } from './full-text.js';

/** `in_use`: another program reads an older state of the file, so that its log could not be emptied. */
export type CleanedUp = 'cleaned' | 'in_use';

/**
 * A blanked text lies on in free space, in pages that were copied, in the write-ahead log, its words in the index of
 * words: until a rebuild leaves it out. SQLite writes the whole file anew and empties the log; PostgreSQL writes the
 * tables and that index anew. Either needs as much space again as what it rebuilds, and holds up writers until it is done.
 *
 * Sources: https://www.sqlite.org/lang_vacuum.html, https://www.sqlite.org/fts5.html#the_optimize_command,
 * https://www.postgresql.org/docs/current/sql-vacuum.html
 */
export async function cleanUp(dataSource: DataSource, tables: readonly string[]): Promise<CleanedUp> {
  if (dataSource.options.type === 'postgres') {
    for (const one of [...tables, SEARCH_TABLE]) await dataSource.query(`VACUUM (FULL) "${one}"`);
    return 'cleaned';
  }
  await dataSource.query(`INSERT INTO "${SEARCH_TABLE}" ("${SEARCH_TABLE}") VALUES ('optimize')`);
  await dataSource.query('VACUUM');
  const [{ busy }] = await dataSource.query<[{ busy: number }]>('PRAGMA wal_checkpoint(TRUNCATE)');
  return busy === 0 ? 'cleaned' : 'in_use';
}
