import type { Found } from '../tallies/found-differences.js';
import { NAMED } from '../tallies/tally-audit.js';

/** What was found: all of it counted, the first of it named. */
export class Findings {
  differences = 0;
  readonly named: Found[] = [];

  add(more: readonly Found[]): void {
    this.differences += more.length;
    this.named.push(...more.slice(0, NAMED - this.named.length));
  }
}
