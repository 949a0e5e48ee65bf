import { randomSource, type Report } from '../src/calibration/index.js';
import { MovingClock } from '../src/clock.js';
import { Problem } from '../src/problems.js';
import { TallyAudit } from '../src/tallies/tally-audit.js';
import { TrackRecords } from '../src/track-records/track-records.service.js';
import { build } from './build.js';
import { withDesk } from './desk.js';
import { DomainRun } from './domain-run.js';
import type { Place } from './place.js';
import { type Asked, asked, mix, SELECTIONS } from './selections.js';
import { endOf, type World } from './world.js';

/** Whether rows written past the program give the reports that the program would have given. */
export interface Agreement {
  size: number;
  compared: number;
  /** One sentence for each report that differs. */
  differences: string[];
}

/** Puts one world on record twice, as rows and by the domain, and compares reports of some twenty selections. */
export async function compareWithDomain(
  size: number,
  endOn: string,
  freshPlace: (name: string) => Promise<Place>,
): Promise<Agreement> {
  const world: World = { size, endOn, crowds: 0, trios: 3 };
  const wanted = selectionsOf(world);
  const written = await within(await freshPlace('rows'), async ({ url }) => {
    await build(url, world, () => undefined);
    return withDesk(url, new MovingClock(endOf(world)), async (app) => {
      await app.get(TallyAudit, { strict: false }).repair();
      return reports(app.get(TrackRecords, { strict: false }), wanted);
    });
  });
  const lived = await within(await freshPlace('domain'), async ({ url }) => {
    const clock = new MovingClock(endOf(world));
    return withDesk(url, clock, async (app) => {
      await new DomainRun(app, clock).play(world);
      return reports(app.get(TrackRecords, { strict: false }), wanted);
    });
  });
  const differences = wanted.flatMap(({ filters }, index) => {
    const fields = differingFields(written[index]!, lived[index]!);
    return fields.length === 0 ? [] : [`${JSON.stringify(filters)}: ${fields.join(', ')}`];
  });
  return { size, compared: wanted.length, differences };
}

function selectionsOf(world: World): Asked[] {
  const draw = randomSource(20);
  const named = SELECTIONS.filter((name) => name !== 'every mix').map((name) => asked(world, name, 1));
  return [...named, ...Array.from({ length: 14 }, () => mix(world, draw))];
}

async function within<T>(place: Place, fn: (place: Place) => Promise<T>): Promise<T> {
  try {
    await place.create();
    return await fn(place);
  } finally {
    await place.drop();
  }
}

/** A report, or why it is refused: a forecaster of whom nothing is public is not found. */
type Answer = Partial<Report> | { refused: string };

async function reports(records: TrackRecords, wanted: readonly Asked[]): Promise<Answer[]> {
  const found: Answer[] = [];
  for (const { filters, sight } of wanted)
    found.push(
      await records.report(filters, sight).catch((error: unknown) => {
        if (error instanceof Problem) return { refused: error.code };
        throw error;
      }),
    );
  return found;
}

function differingFields(a: Answer, b: Answer): string[] {
  const value = (answer: Answer, name: string) => JSON.stringify(answer[name as keyof Answer]) ?? 'nothing';
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => value(a, name) !== value(b, name))
    .map((name) => `${name} ${value(a, name).slice(0, 80)} ≠ ${value(b, name).slice(0, 80)}`);
}
