import { MovingClock } from '../src/clock.js';
import { type Progress, TallyAudit } from '../src/tallies/tally-audit.js';
import { SearchAudit } from '../src/verification/search-audit.js';
import { SuggestionAudit } from '../src/verification/suggestion-audit.js';
import { type Answered, measureAsks } from './asks.js';
import { type Baselines, measureBaselines } from './baselines.js';
import { build } from './build.js';
import { withDesk } from './desk.js';
import { measureMemory, type Memory } from './memory.js';
import type { EngineName, Place } from './place.js';
import { type Provenance, provenance } from './provenance.js';
import { measureReads, type Reads } from './reads.js';
import type { Thoroughness } from './sampling.js';
import { progressOf, type Teller } from './telling.js';
import { measureWrites, type Writes } from './writes.js';
import { endOf, type World } from './world.js';

/** The record that a database holds. */
interface Written extends Pick<World, 'endOn' | 'crowds' | 'trios'> {
  rows: number;
  buildSeconds: number;
}

/** With all that is derived from it. */
interface Built extends Written {
  rebuildSeconds: number;
  /** Of what words find, and what is suggested; null where there is too much of it to wait for. */
  searchSeconds: { words: number; suggestions: number } | null;
}

/** All that is measured on one database. */
export interface Figures extends Built {
  engine: EngineName;
  size: number;
  megabytes: number;
  reads: Reads;
  baselines: Baselines;
  writes: Writes;
  /** Null where words find nothing. */
  answered: Answered | null;
  memory: Memory | null;
}

/** Words are put into the index one record after the other: larger records go without. */
const MOST_SEARCHED = 1_000_000;

export async function measure(
  place: Place,
  world: World,
  thoroughness: Thoroughness,
  withMemory: boolean,
  tell: Teller,
): Promise<Figures> {
  const built = await prepared(place, world, tell);
  const { endOn, crowds, trios } = built;
  const asBuilt = { ...world, endOn, crowds, trios };
  const megabytes = await place.megabytes();
  tell.note(`${nameOf(place, world)}: measuring`);
  const measured = await withDesk(place.url, new MovingClock(endOf(asBuilt)), async (app) => ({
    reads: await measureReads(app, asBuilt, thoroughness),
    baselines: await measureBaselines(app, world.size, thoroughness),
    writes: await measureWrites(app, asBuilt, thoroughness),
    answered: built.searchSeconds && (await measureAsks(place.url, app, asBuilt, thoroughness.asks)),
  }));
  const memory = withMemory ? await measureMemory(place.url, asBuilt, thoroughness.served) : null;
  return { engine: place.engine, size: world.size, ...built, megabytes, ...measured, memory };
}

const nameOf = ({ engine }: Place, { size }: World): string => `${engine}, ${size} forecasts`;

/** A database that an earlier run has made is taken as it is; what is derived is computed anew where the code has changed. */
async function prepared(place: Place, world: World, tell: Teller): Promise<Built> {
  const code = await provenance();
  const text = await place.noted();
  const noted = text === null ? null : (JSON.parse(text) as Built & Provenance);
  const isRecord = noted?.record === code.record;
  if (isRecord && noted.derived === code.derived) return noted;
  const written = isRecord ? noted : await writeRecord(place, world, tell);
  await place.note(JSON.stringify({ ...written, record: code.record })); // an interrupted run has that much
  const built = await derive(place, world, written, tell);
  await place.note(JSON.stringify({ ...built, ...code }));
  return built;
}

async function writeRecord(place: Place, world: World, tell: Teller): Promise<Written> {
  await place.create();
  tell.note(`${nameOf(place, world)}: writing the record`);
  const begun = performance.now();
  let rows = 0;
  const writing = progressOf(tell, 'Rows');
  await build(place.url, world, (written) => writing.update((rows = written)));
  writing.stop();
  const buildSeconds = (performance.now() - begun) / 1000;
  tell.note(`${nameOf(place, world)}: ${rows} rows in ${Math.round(buildSeconds)} s`);
  const { endOn, crowds, trios } = world;
  return { endOn, crowds, trios, rows, buildSeconds };
}

async function derive(place: Place, world: World, written: Written, tell: Teller): Promise<Built> {
  tell.note(`${nameOf(place, world)}: computing what is derived`);
  const clock = new MovingClock(endOf({ ...world, endOn: written.endOn }));
  return withDesk(place.url, clock, async (app) => {
    const seconds = async (title: string, repair: (progress: Progress) => Promise<unknown>) => {
      const from = performance.now();
      const bar = progressOf(tell, title);
      await repair((done, total) => bar.update(done, total));
      bar.stop();
      const took = (performance.now() - from) / 1000;
      tell.note(`${nameOf(place, world)}: ${title.toLowerCase()} in ${Math.round(took)} s`);
      return took;
    };
    const of =
      <T extends { repair(progress: Progress): Promise<unknown> }>(
        audit: abstract new (...args: never[]) => T,
      ) =>
      (progress: Progress) =>
        app.get<T>(audit, { strict: false }).repair(progress);
    const rebuildSeconds = await seconds('Tallies', of(TallyAudit));
    if (world.size > MOST_SEARCHED) return { ...written, rebuildSeconds, searchSeconds: null };
    const words = await seconds('Words', of(SearchAudit));
    const suggestions = await seconds('Suggestions', of(SuggestionAudit));
    return { ...written, rebuildSeconds, searchSeconds: { words, suggestions } };
  });
}
