import { openDataSources } from '../src/database/data-sources.js';
import { migrate } from '../src/database/migrate.js';
import { entities, migrations } from '../src/schema.js';
import { actsOf } from './acts.js';
import { RecordRows } from './record-rows.js';
import { openWriter } from './row-writer.js';
import type { World } from './world.js';

/** Acts between two looks at what waits to be written. */
const AT_ONCE = 2000;

/**
 * Writes the record of a world into an empty database, past the program: rows in the order of time, without what is
 * derived from them.
 *
 * @param progress told how many rows have been written
 */
export async function build(url: string, world: World, progress: (rows: number) => void): Promise<void> {
  const connections = await openDataSources(url, { entities, migrations });
  await migrate(connections).finally(() => connections.close());
  const writer = await openWriter(url, connections.write.entityMetadatas);
  const rows = new RecordRows(writer);
  rows.begin();
  let acts = 0;
  for (const act of actsOf(world)) {
    rows.put(act);
    acts += 1;
    if (acts % AT_ONCE !== 0) continue;
    await writer.flush();
    progress(writer.written);
  }
  await writer.end();
  progress(writer.written);
}
