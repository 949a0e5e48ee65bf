import { MovingClock } from '../src/clock.js';
import { TallyAudit } from '../src/tallies/tally-audit.js';
import { type Baselines, measureBaselines } from './baselines.js';
import { build } from './build.js';
import { withDesk } from './desk.js';
import { measureMemory, type Memory } from './memory.js';
import type { EngineName, Place } from './place.js';
import { measureReads, type Reads } from './reads.js';
import type { Thoroughness } from './sampling.js';
import { progressOf, type Teller } from './telling.js';
import { measureWrites, type Writes } from './writes.js';
import { endOf, type World } from './world.js';

/** How a database came about. */
interface Built {
  endOn: string;
  rows: number;
  buildSeconds: number;
  rebuildSeconds: number;
}

/** All that is measured on one database. */
export interface Figures extends Built {
  engine: EngineName;
  size: number;
  megabytes: number;
  reads: Reads;
  baselines: Baselines;
  writes: Writes;
  memory: Memory | null;
}

export async function measure(
  place: Place,
  world: World,
  thoroughness: Thoroughness,
  withMemory: boolean,
  tell: Teller,
): Promise<Figures> {
  const built = (await kept(place)) ?? (await buildAll(place, world, tell));
  const asBuilt = { ...world, endOn: built.endOn };
  const megabytes = await place.megabytes();
  tell.note(`${nameOf(place, world)}: measuring`);
  const measured = await withDesk(place.url, new MovingClock(endOf(asBuilt)), async (app) => ({
    reads: await measureReads(app, asBuilt, thoroughness),
    baselines: await measureBaselines(app, world.size, thoroughness),
    writes: await measureWrites(app, asBuilt),
  }));
  const memory = withMemory ? await measureMemory(place.url, asBuilt, thoroughness.served) : null;
  return { engine: place.engine, size: world.size, ...built, megabytes, ...measured, memory };
}

const nameOf = ({ engine }: Place, { size }: World): string => `${engine}, ${size} forecasts`;

/** A database that an earlier run has completed is taken as it is. */
async function kept(place: Place): Promise<Built | null> {
  const noted = await place.noted();
  return noted === null ? null : (JSON.parse(noted) as Built);
}

async function buildAll(place: Place, world: World, tell: Teller): Promise<Built> {
  await place.create();
  tell.note(`${nameOf(place, world)}: writing the record`);
  const begun = performance.now();
  let rows = 0;
  const writing = progressOf(tell, 'Rows');
  await build(place.url, world, (written) => writing.update((rows = written)));
  writing.stop();
  const buildSeconds = (performance.now() - begun) / 1000;
  tell.note(
    `${nameOf(place, world)}: ${rows} rows in ${Math.round(buildSeconds)} s; computing what is derived`,
  );
  return withDesk(place.url, new MovingClock(endOf(world)), async (app) => {
    const from = performance.now();
    const bar = progressOf(tell, 'Scenarios');
    await app.get(TallyAudit, { strict: false }).repair((done, total) => bar.update(done, total));
    bar.stop();
    const rebuildSeconds = (performance.now() - from) / 1000;
    tell.note(`${nameOf(place, world)}: computed in ${Math.round(rebuildSeconds)} s`);
    const built = { endOn: world.endOn, rows, buildSeconds, rebuildSeconds };
    await place.note(JSON.stringify(built));
    return built;
  });
}
