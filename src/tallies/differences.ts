import { contribute } from './contribution.js';
import { fateOf } from './fate.js';
import { EVER, EVERYONE, isDayPeriod, isMonthPeriod } from './periods.js';
import type { Projection } from './projection.js';
import { classOf } from './scenario-class.js';
import { keyOf, narrowest, talliesOfForecaster, type TallyKey, wider } from './tally-keys.js';
import { bitOf, type View } from './views.js';

/** A tally and by how much its counts change: by the views that are concerned, as bits, and by key. */
export interface Difference extends TallyKey {
  counts: Map<number, Map<number, number>>;
}

/** By how much tallies change: projections that come are added, those that go are taken away. */
export class Differences {
  /** Of everyone and of topics, only the narrowest tallies: the wider ones are made of them. */
  private narrow = new Map<string, Difference>();
  private ofForecasters = new Map<string, Difference>();

  /** @param by 1 for a projection that comes, −1 for one that goes */
  add({ scenario, parts }: Projection, by: 1 | -1): void {
    const { term } = classOf(scenario.class);
    const fate = fateOf(scenario.fate);
    const count = (tallies: readonly Difference[], some: Projection['parts']) =>
      contribute(term, fate, some, (views, key, n) => {
        if (n !== 0) for (const { counts } of tallies) change(counts, views, key, by * n);
      });
    const groups = [EVERYONE, scenario.topicId];
    count(
      groups.map((group) => of(this.narrow, narrowest(group, scenario))),
      parts,
    );
    for (const [forecasterId, own] of byForecaster(parts))
      count(
        talliesOfForecaster(forecasterId, scenario).map((key) => of(this.ofForecasters, key)),
        own,
      );
  }

  /** Hands out all tallies that something was added to or taken from, even where it came to nothing, and begins anew. */
  take(): Difference[] {
    const { narrow: byKey, ofForecasters } = this;
    this.narrow = new Map();
    this.ofForecasters = new Map();
    // Each is added into the wider ones when all that it is made of is there.
    for (const isPeriod of [isDayPeriod, isMonthPeriod, isEver])
      for (const narrow of [...byKey.values()].filter(({ period }) => isPeriod(period)))
        for (const key of wider(narrow)) addInto(of(byKey, key), narrow);
    return [...byKey.values(), ...ofForecasters.values()];
  }
}

const isEver = (period: string): boolean => period === EVER;

function of(byKey: Map<string, Difference>, which: TallyKey): Difference {
  const key = keyOf(which);
  const known = byKey.get(key);
  if (known) return known;
  const fresh = { ...which, counts: new Map<number, Map<number, number>>() };
  byKey.set(key, fresh);
  return fresh;
}

function addInto({ counts }: Difference, narrow: Difference): void {
  for (const [views, some] of narrow.counts) for (const [key, by] of some) change(counts, views, key, by);
}

function change(counts: Difference['counts'], views: number, key: number, by: number): void {
  let some = counts.get(views);
  if (!some) counts.set(views, (some = new Map<number, number>()));
  some.set(key, (some.get(key) ?? 0) + by);
}

const NONE: ReadonlyMap<number, number> = new Map();

/** What changes in one view. */
export function differenceIn({ counts }: Difference, view: View): ReadonlyMap<number, number> {
  const bit = bitOf(view);
  const concerned: Map<number, number>[] = [];
  for (const [views, some] of counts) if ((views & bit) !== 0) concerned.push(some);
  if (concerned.length <= 1) return concerned[0] ?? NONE;
  const sum = new Map<number, number>();
  for (const some of concerned) for (const [key, n] of some) sum.set(key, (sum.get(key) ?? 0) + n);
  return sum;
}

/** Whether the same changes in two views. */
export function differsAlike({ counts }: Difference, one: View, other: View): boolean {
  const [bit, otherBit] = [bitOf(one), bitOf(other)];
  for (const views of counts.keys()) if (((views & bit) !== 0) !== ((views & otherBit) !== 0)) return false;
  return true;
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
