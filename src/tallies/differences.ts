import { contribute } from './contribution.js';
import { fateOf } from './fate.js';
import { EVERYONE, periodsOf } from './periods.js';
import type { Projection } from './projection.js';
import type { Tally } from './tally.entity.js';

/** Which tally. */
export type TallyKey = Pick<Tally, 'groupId' | 'class' | 'period'>;

/** A tally and by how much its counts change: by the views that are concerned, as bits, and by key. */
export interface Difference extends TallyKey {
  counts: Map<number, Map<number, number>>;
}

export const keyOf = ({ groupId, class: code, period }: TallyKey): string => `${groupId} ${code} ${period}`;

/** By how much tallies change: projections that come are added, those that go are taken away. */
export class Differences {
  private readonly byKey = new Map<string, Difference>();

  /** @param periods in the tallies of every period, or in those of the shortest alone, to be added up to the longer */
  constructor(private readonly periods: 'every' | 'shortest' = 'every') {}

  /** @param by 1 for a projection that comes, −1 for one that goes */
  add({ scenario, parts }: Projection, by: 1 | -1): void {
    const count = (groups: readonly string[], some: Projection['parts']) => {
      const tallies = groups.flatMap((groupId) => this.tallies(groupId, scenario));
      contribute(fateOf(scenario.fate), some, (views, key, n) => {
        if (n !== 0) for (const tally of tallies) change(tally, views, key, by * n);
      });
    };
    count([EVERYONE, scenario.topicId], parts);
    for (const [forecasterId, own] of byForecaster(parts)) count([forecasterId], own);
  }

  /** Adds a difference to the tally of another period. */
  addTo(period: string, { groupId, class: code, counts }: Difference): void {
    const target = this.tally({ groupId, class: code, period });
    for (const [views, some] of counts) for (const [key, n] of some) change(target, views, key, n);
  }

  /** All tallies that something was added to or taken from, even where it came to nothing. */
  all(): Difference[] {
    return [...this.byKey.values()];
  }

  private tallies(groupId: string, { class: code, day }: Projection['scenario']): Difference[] {
    const periods = periodsOf(groupId, day);
    const concerned = this.periods === 'every' ? periods : periods.slice(0, 1);
    return concerned.map((period) => this.tally({ groupId, class: code, period }));
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
