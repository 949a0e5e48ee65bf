import { DataSource } from 'typeorm';
import type BetterSqlite3 from 'better-sqlite3';
import { openDataSources } from '../src/database/data-sources.js';
import { migrate } from '../src/database/migrate.js';
import { entities, migrations } from '../src/schema.js';
import { actsOf } from './acts.js';
import { RecordRows } from './record-rows.js';
import { RowWriter } from './row-writer.js';
import type { World } from './world.js';

/** The record may be lost if the machine fails meanwhile: it is made again in minutes. */
const PRAGMAS = [
  ...['foreign_keys = OFF', 'locking_mode = EXCLUSIVE', 'journal_mode = OFF', 'synchronous = OFF'],
  'cache_size = -262144',
];

/**
 * Writes the record of a world into an empty database, past the program: rows in the order of time, many at once,
 * without what is derived from them.
 *
 * @param progress told how many rows have been written
 */
export async function build(url: string, world: World, progress: (rows: number) => void): Promise<void> {
  const connections = await openDataSources(url, { entities, migrations });
  await migrate(connections).finally(() => connections.close());
  const source = await sourceFor(url).initialize();
  const runner = source.createQueryRunner();
  const isPostgres = source.options.type === 'postgres';
  try {
    // Every row points at one written before it; checking that again takes longer than writing.
    if (isPostgres) await runner.query('SET session_replication_role = replica');
    await runner.startTransaction();
    const writer = new RowWriter(source, runner);
    const rows = new RecordRows(writer);
    await rows.begin();
    let told = 0;
    for (const act of actsOf(world)) {
      await rows.put(act);
      if (writer.written - told < 100_000) continue;
      progress((told = writer.written));
    }
    await writer.flush();
    if (isPostgres)
      await runner.query(`SELECT setval(pg_get_serial_sequence('forecast', 'seq'), MAX("seq")) FROM "forecast"`);
    await runner.commitTransaction();
    progress(writer.written);
    if (isPostgres) await runner.query('ANALYZE'); // as its own housekeeping does within minutes
  } finally {
    await runner.release();
    await source.destroy();
  }
}

function sourceFor(url: string): DataSource {
  if (!url.startsWith('sqlite:')) return new DataSource({ type: 'postgres', url, entities });
  return new DataSource({
    ...{ type: 'better-sqlite3', database: url.slice('sqlite:'.length), entities },
    prepareDatabase: (database: BetterSqlite3.Database) => PRAGMAS.forEach((pragma) => database.pragma(pragma)),
  });
}
