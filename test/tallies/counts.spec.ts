import { describe, expect, it } from '@jest/globals';
import { addCounts, CountsError, readCounts } from '../../src/tallies/counts.js';
import fc from '../support/fast-check.js';

const counts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20_065 }), fc.maxSafeNat()), { maxLength: 60 })
  .map((entries) => new Map(entries));

function read(text: string): Map<number, number> {
  const found = new Map<number, number>();
  readCounts(text, (key, count) => found.set(key, count));
  return found;
}
const sorted = (map: ReadonlyMap<number, number>) =>
  new Map([...map].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b));
const negative = (map: ReadonlyMap<number, number>) => new Map([...map].map(([key, count]) => [key, -count]));

describe('counts kept as text', () => {
  it('come back as they were, in order of their keys, without the zeros', () =>
    fc.assert(fc.property(counts, (some) => expect(read(addCounts('', some))).toEqual(sorted(some)))));

  it('add up key by key', () =>
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const halves = [one, other].map(
          (some) => new Map([...some].map(([key, count]) => [key, Math.floor(count / 2)])),
        );
        const [a, b] = halves as [Map<number, number>, Map<number, number>];
        const both = new Map(a);
        for (const [key, count] of b) both.set(key, (both.get(key) ?? 0) + count);
        expect(read(addCounts(addCounts('', a), b))).toEqual(sorted(both));
      }),
    ));

  it('are the same text whatever the way that led to them: taking away undoes adding', () =>
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const halved = (some: Map<number, number>) =>
          new Map([...some].map(([key, count]) => [key, Math.floor(count / 2)]));
        const text = addCounts('', halved(one));
        expect(addCounts(addCounts(text, halved(other)), negative(halved(other)))).toBe(text);
        expect(addCounts(text, negative(halved(one)))).toBe('');
      }),
    ));

  it('refuse to fall below nothing', () => {
    expect(() => addCounts('', new Map([[3, -1]]))).toThrow(CountsError);
    expect(() => addCounts(addCounts('', new Map([[3, 2]])), new Map([[3, -3]]))).toThrow(CountsError);
  });

  it.each([0, 1, 127, 128, 16_383, 16_384, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1])('hold %d', (count) =>
    expect(read(addCounts('', new Map([[7, count]]))).get(7) ?? 0).toBe(count),
  );
});
