import type { DataSource } from 'typeorm';

/** `in_use`: another program reads an older state of the file, so that its log could not be emptied. */
export type CleanedUp = 'cleaned' | 'in_use';

/**
 * A blanked text lies on in free space, in pages that were copied, in the write-ahead log: until a rebuild leaves it out.
 * SQLite writes the whole file anew and empties the log; PostgreSQL writes the one table anew. Either needs as much
 * space again as what it rebuilds, and holds up writers until it is done.
 *
 * Sources: https://www.sqlite.org/lang_vacuum.html, https://www.postgresql.org/docs/current/sql-vacuum.html
 */
export async function cleanUp(dataSource: DataSource, table: string): Promise<CleanedUp> {
  if (dataSource.options.type === 'postgres') {
    await dataSource.query(`VACUUM (FULL) "${table}"`);
    return 'cleaned';
  }
  await dataSource.query('VACUUM');
  const [{ busy }] = await dataSource.query<[{ busy: number }]>('PRAGMA wal_checkpoint(TRUNCATE)');
  return busy === 0 ? 'cleaned' : 'in_use';
}
