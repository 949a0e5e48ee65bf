import { Differences } from './differences.js';
import { EVER } from './periods.js';
import type { Projection } from './projection.js';
import { changed, emptyTally, isEmpty } from './tally-store.js';
import { keyOf } from './tally-keys.js';
import type { Tally } from './tally.entity.js';

const AT_ONCE = 5000;

/**
 * Makes all tallies from projections that come month by month. When a month is over its tallies are complete and leave;
 * only those of all time stay, packed, so memory holds one month and not the record.
 */
export class TallyBuilder {
  private month: string | undefined;
  private readonly differences = new Differences();
  private readonly ever = new Map<string, Tally>();

  /** @param emit takes complete tallies, some thousand at a time */
  constructor(private readonly emit: (tallies: Tally[]) => Promise<void>) {}

  async add(month: string, projections: readonly Projection[]): Promise<void> {
    if (this.month !== undefined && this.month !== month) await this.endMonth();
    this.month = month;
    for (const projection of projections) this.differences.add(projection, 1);
  }

  async end(): Promise<void> {
    await this.endMonth();
    await this.emitAll([...this.ever.values()]);
  }

  private async endMonth(): Promise<void> {
    const all = this.differences.take();
    for (const difference of all) {
      if (difference.period !== EVER) continue;
      const key = keyOf(difference);
      this.ever.set(key, changed(this.ever.get(key) ?? emptyTally(difference), difference));
    }
    const complete = all.filter(({ period }) => period !== EVER);
    await this.emitAll(complete.map((difference) => changed(emptyTally(difference), difference)));
  }

  private async emitAll(tallies: readonly Tally[]): Promise<void> {
    // In the order in which they will stand: neighbours are written together.
    const counted = tallies.filter((tally) => !isEmpty(tally)).sort(byKey);
    for (let from = 0; from < counted.length; from += AT_ONCE)
      await this.emit(counted.slice(from, from + AT_ONCE));
  }
}

function byKey(a: Tally, b: Tally): number {
  return compare(a.groupId, b.groupId) || a.class - b.class || compare(a.period, b.period);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
