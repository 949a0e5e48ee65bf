import { describe, expect, it } from '@jest/globals';
import { randomSource } from '../../src/calibration/index.js';
import { sample } from '../../src/rereads/sample.js';
import fc from '../support/fast-check.js';

const ids = (n: number) => Array.from({ length: n }, (_, index) => `s${index}`);
const population = fc.integer({ min: 0, max: 60 }).map(ids);
const size = fc.integer({ min: 1, max: 80 });
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('a draw', () => {
  it('has as many as asked for, or all; each of the population, and none twice', () => {
    fc.assert(
      fc.property(population, size, seed, (all, n, start) => {
        const drawn = sample(all, n, randomSource(start));
        expect(drawn).toHaveLength(Math.min(n, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(all).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  it('with the same seed from the same population is the same; the population stays as it was', () => {
    fc.assert(
      fc.property(population, size, seed, (all, n, start) => {
        const before = [...all];
        expect(sample(all, n, randomSource(start))).toEqual(sample(all, n, randomSource(start)));
        expect(all).toEqual(before);
      }),
    );
  });

  it('is even: each pair of five comes about as often as any other, over 20,000 seeds', () => {
    const counts = new Map<string, number>();
    for (let start = 0; start < 20_000; start++) {
      const pair = sample(ids(5), 2, randomSource(start)).join(' ');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect(counts.size).toBe(20);
    // Chi-squared with 19 degrees of freedom: above 43.8 once in a thousand.
    const unevenness = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(unevenness).toBeLessThan(43.8);
  });
});
