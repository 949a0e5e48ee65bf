import { createHash } from 'node:crypto';
import { type Luck, luckOf, type Tally } from '../calibration/index.js';

/** As many tallies as a busy front page, its filters and its groups ask for again and again; some 10 kB each. */
const KEPT = 1000;

/**
 * What luck alone would give, kept by tally and design effect: drawing it takes some 50 ms, and readers ask for the same few selections.
 * The draws have a fixed seed, so a kept answer is the answer.
 */
export class KeptLuck {
  private readonly kept = new Map<string, Luck>();

  readonly of = (tally: Tally, designEffect: number): Luck => {
    const key = digestOf(tally, designEffect);
    const luck = this.kept.get(key) ?? luckOf(tally, designEffect);
    this.kept.delete(key); // the one used last goes to the end, the one unused longest leaves first
    this.kept.set(key, luck);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return luck;
  };
}

function digestOf(tally: Tally, designEffect: number): string {
  const hash = createHash('sha256').update(`${designEffect};`);
  for (const [bp, { n, occurred }] of tally) hash.update(`${bp} ${n} ${occurred};`);
  return hash.digest('base64');
}
