import type { INestApplicationContext } from '@nestjs/common';
import { assembleReport } from '../src/calibration/index.js';
import { TrackRecords } from '../src/track-records/track-records.service.js';
import { sample, type Thoroughness, type Timing } from './sampling.js';
import { type Asked, asked, type SelectionName, SELECTIONS } from './selections.js';
import type { World } from './world.js';

export interface Reads {
  /** Everything that is read and computed for a report, but for what is drawn a thousand times. */
  plain: Record<SelectionName, Timing>;
  /** With that, never asked before, and asked again. */
  cold: Record<'everything' | 'every mix', Timing>;
  cached: Record<'everything' | 'every mix', Timing>;
  /** How many different probabilities the report of everything counts. */
  values: number;
  /** How many forecasts it counts. */
  n: number;
}

/** Asks for reports as the program does: names are looked up, the clock is followed, one state is read. */
export async function measureReads(
  app: INestApplicationContext,
  world: World,
  { reads, slow }: Thoroughness,
): Promise<Reads> {
  const records = app.get(TrackRecords, { strict: false });
  const input = (name: SelectionName, run: number) => {
    const { filters, sight } = asked(world, name, run);
    return records.input(filters, sight);
  };
  /** Nothing is drawn for time-weighted forecasts: those are left out here. */
  const unweighted = (name: SelectionName, run: number): Asked => {
    const { filters, sight } = asked(world, name, run);
    return { filters: filters.vantage === 'timeWeighted' ? { ...filters, vantage: 'last' } : filters, sight };
  };
  const drawn = (name: SelectionName, run: number) => {
    const { filters, sight } = unweighted(name, run);
    return records.input(filters, sight);
  };
  const ask = (name: SelectionName, run: number) => {
    const { filters, sight } = unweighted(name, run);
    return records.report(filters, sight);
  };
  // The first thousand reports of a process are slower, whatever they are of.
  for (let run = 0; run < reads; run += 1)
    for (const name of SELECTIONS) assembleReport({ ...(await input(name, run)), luck: null });
  const plain = {} as Reads['plain'];
  for (const name of SELECTIONS)
    plain[name] = await sample(reads, async (run) =>
      assembleReport({ ...(await input(name, run)), luck: null }),
    );
  const [cold, cached] = [{} as Reads['cold'], {} as Reads['cached']];
  for (const name of ['everything', 'every mix'] as const) {
    cold[name] = await sample(slow, async (run) => assembleReport(await drawn(name, run)));
    for (let run = 0; run < slow * 2; run += 1) await ask(name, run); // from now on it is kept
    cached[name] = await sample(slow, (run) => ask(name, run));
  }
  const { tally } = await input('everything', 0);
  const n = [...tally.values()].reduce((sum, count) => sum + count.n, 0);
  return { plain, cold, cached, values: tally.size, n };
}
