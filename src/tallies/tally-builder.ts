import { type Difference, Differences, keyOf } from './differences.js';
import { EVER } from './periods.js';
import type { Projection } from './projection.js';
import { changed, emptyTally, isEmpty } from './tally-store.js';
import type { Tally } from './tally.entity.js';

const AT_ONCE = 5000;

/**
 * Makes all tallies from projections that come month by month. When a month is over its tallies are complete and leave;
 * only those of all time stay, packed, so memory holds one month and not the record.
 */
export class TallyBuilder {
  private month: string | undefined;
  private differences = new Differences();
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
    const all = this.differences.all();
    this.differences = new Differences();
    const complete: Difference[] = [];
    for (const difference of all) {
      if (difference.period !== EVER) complete.push(difference);
      else {
        const key = keyOf(difference);
        this.ever.set(key, changed(this.ever.get(key) ?? emptyTally(difference), difference));
      }
    }
    await this.emitAll(complete.map((difference) => changed(emptyTally(difference), difference)));
  }

  private async emitAll(tallies: readonly Tally[]): Promise<void> {
    const counted = tallies.filter((tally) => !isEmpty(tally));
    for (let from = 0; from < counted.length; from += AT_ONCE)
      await this.emit(counted.slice(from, from + AT_ONCE));
  }
}
