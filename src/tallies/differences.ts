import { contribute } from './contribution.js';
import { fateOf } from './fate.js';
import { EVERYONE, periodsOf } from './periods.js';
import type { Projection } from './projection.js';
import type { Tally } from './tally.entity.js';
import { bitOf, type View, VIEWS } from './views.js';

/** Which tally. */
export type TallyKey = Pick<Tally, 'groupId' | 'class' | 'period'>;

/** A tally and, for each view, by how much its counts change. */
export interface Difference extends TallyKey {
  views: Record<View, Map<number, number>>;
}

export const keyOf = ({ groupId, class: code, period }: TallyKey): string => `${groupId} ${code} ${period}`;

/** By how much tallies change: projections that come are added, those that go are taken away. */
export class Differences {
  private readonly byKey = new Map<string, Difference>();

  /** @param by 1 for a projection that comes, −1 for one that goes */
  add({ scenario, parts }: Projection, by: 1 | -1): void {
    const count = (groups: readonly string[], some: Projection['parts']) => {
      const tallies = groups.flatMap((groupId) => this.tallies(groupId, scenario));
      for (const view of VIEWS) {
        const bit = bitOf(view);
        const seen = some.filter((part) => (part.views & bit) !== 0);
        contribute(fateOf(scenario.fate), seen, view, (key, n) => {
          for (const { views } of tallies) views[view].set(key, (views[view].get(key) ?? 0) + by * n);
        });
      }
    };
    count([EVERYONE, scenario.topicId], parts);
    for (const [forecasterId, own] of byForecaster(parts)) count([forecasterId], own);
  }

  /** All tallies that something was added to or taken from, even where it came to nothing. */
  all(): Difference[] {
    return [...this.byKey.values()];
  }

  private tallies(groupId: string, { class: code, day }: Projection['scenario']): Difference[] {
    return periodsOf(groupId, day).map((period) => {
      const tally = { groupId, class: code, period };
      const key = keyOf(tally);
      const known = this.byKey.get(key);
      if (known) return known;
      const fresh = { ...tally, views: noChange() };
      this.byKey.set(key, fresh);
      return fresh;
    });
  }
}

const noChange = (): Difference['views'] =>
  Object.fromEntries(VIEWS.map((view) => [view, new Map<number, number>()])) as Difference['views'];

function byForecaster(parts: Projection['parts']): Map<string, Projection['parts']> {
  const groups = new Map<string, Projection['parts']>();
  for (const part of parts) {
    const own = groups.get(part.forecasterId);
    if (own) own.push(part);
    else groups.set(part.forecasterId, [part]);
  }
  return groups;
}
