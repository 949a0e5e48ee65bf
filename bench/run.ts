import { SystemClock } from '../src/clock.js';
import { addDays, dayOf } from '../src/days.js';
import { type Agreement, compareWithDomain } from './agreement.js';
import { type Engine, measureEngine, rawPairs } from './engine.js';
import { type Machine, thisMachine } from './machine.js';
import { type Figures, measure } from './measure.js';
import type { Options } from './options.js';
import { Places } from './place.js';
import { QUICK, THOROUGH } from './sampling.js';
import { measureStarts, type Start } from './starts.js';
import { measureScikit, type Scikit } from './scikit.js';
import { judge, type Judged } from './targets.js';
import type { Teller } from './telling.js';

/** All that one run of the benchmark found. */
export interface Results {
  on: string;
  machine: Machine;
  engine: Engine;
  scikit: Scikit | null;
  /** Null where the program has not been built. */
  starts: Start[] | null;
  agreement: Agreement;
  figures: Figures[];
  targets: Judged[];
}

/** @param save given what has been found so far after each database, so that an interrupted run keeps it */
export async function runBenchmark(
  options: Options,
  tell: Teller,
  save: (results: Results) => Promise<void>,
): Promise<Results> {
  const thoroughness = options.quick ? QUICK : THOROUGH;
  const on = dayOf(new SystemClock().now(), 'UTC');
  const machine = thisMachine();
  const places = new Places(options.keep);
  try {
    tell.note('The engine alone');
    const pairs = rawPairs();
    const engine = await measureEngine(pairs, thoroughness);
    const scikit = await measureScikit(pairs, thoroughness);
    tell.note('Starting commands');
    const starts = await measureStarts(thoroughness);
    const { crowds, trios, lived } = thoroughness;
    const world = (size: number) => ({ size, endOn: addDays(on, -1), crowds, trios });
    const compared = Math.min(lived, ...options.sizes);
    tell.note(`A record of ${compared} forecasts as rows, and as a run of the domain`);
    const agreement = await compareWithDomain(compared, addDays(on, -1), (name) => places.sqlite(name));
    const figures: Figures[] = [];
    const results = (): Results => {
      const found = { on, machine, engine, scikit, starts, agreement, figures };
      return { ...found, targets: judge(found) };
    };
    const found = async (more: Figures) => {
      figures.push(more);
      await save(results());
    };
    const largest = options.sizes.at(-1);
    for (const size of options.sizes) {
      const place = await places.sqlite(`bench-${size}`);
      await found(await measure(place, world(size), thoroughness, size === largest, tell));
      if (!options.keep) await place.drop();
    }
    for (const size of options.skipPostgres ? [] : options.postgresSizes) {
      const place = await places.postgres(`bench_${size}`);
      await found(await measure(place, world(size), thoroughness, false, tell));
      await place.drop();
    }
    return results();
  } finally {
    await places.end();
  }
}
