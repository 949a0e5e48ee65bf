import { contribute } from './contribution.js';
import { fateOf } from './fate.js';
import { EVERYONE } from './periods.js';
import type { Projection } from './projection.js';
import { classOf } from './scenario-class.js';
import { keyOf, talliesOf, talliesOfForecaster, type TallyKey } from './tally-keys.js';

/** A tally and by how much its counts change: by the views that are concerned, as bits, and by key. */
export interface Difference extends TallyKey {
  counts: Map<number, Map<number, number>>;
}

/** By how much tallies change: projections that come are added, those that go are taken away. */
export class Differences {
  private readonly byKey = new Map<string, Difference>();

  /** @param by 1 for a projection that comes, −1 for one that goes */
  add({ scenario, parts }: Projection, by: 1 | -1): void {
    const { term } = classOf(scenario.class);
    const fate = fateOf(scenario.fate);
    const count = (keys: readonly TallyKey[], some: Projection['parts']) => {
      const tallies = keys.map((key) => this.tally(key));
      contribute(term, fate, some, (views, key, n) => {
        if (n !== 0) for (const tally of tallies) change(tally, views, key, by * n);
      });
    };
    count([...talliesOf(EVERYONE, scenario), ...talliesOf(scenario.topicId, scenario)], parts);
    for (const [forecasterId, own] of byForecaster(parts))
      count(talliesOfForecaster(forecasterId, scenario), own);
  }

  /** All tallies that something was added to or taken from, even where it came to nothing. */
  all(): Difference[] {
    return [...this.byKey.values()];
  }

  private tally(which: TallyKey): Difference {
    const key = keyOf(which);
    const known = this.byKey.get(key);
    if (known) return known;
    const fresh = { ...which, counts: new Map<number, Map<number, number>>() };
    this.byKey.set(key, fresh);
    return fresh;
  }
}

function change({ counts }: Difference, views: number, key: number, by: number): void {
  let some = counts.get(views);
  if (!some) counts.set(views, (some = new Map<number, number>()));
  some.set(key, (some.get(key) ?? 0) + by);
}

const NONE: ReadonlyMap<number, number> = new Map();

/** What changes in one view. */
export function differenceIn({ counts }: Difference, bit: number): ReadonlyMap<number, number> {
  const concerned: Map<number, number>[] = [];
  for (const [views, some] of counts) if ((views & bit) !== 0) concerned.push(some);
  if (concerned.length <= 1) return concerned[0] ?? NONE;
  const sum = new Map<number, number>();
  for (const some of concerned) for (const [key, n] of some) sum.set(key, (sum.get(key) ?? 0) + n);
  return sum;
}

function byForecaster(parts: Projection['parts']): Map<string, Projection['parts']> {
  const groups = new Map<string, Projection['parts']>();
  for (const part of parts) {
    const own = groups.get(part.forecasterId);
    if (own) own.push(part);
    else groups.set(part.forecasterId, [part]);
  }
  return groups;
}
