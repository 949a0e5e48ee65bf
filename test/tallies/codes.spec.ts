import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween } from '../../src/days.js';
import { addSharedSums, NO_SHARED, sharedSums } from '../../src/calibration/index.js';
import { contribute, type CountedPart, sharedOf } from '../../src/tallies/contribution.js';
import { forecastKey, KEY, keyName, KEYS } from '../../src/tallies/count-keys.js';
import { fateCode, FATES, fateOf } from '../../src/tallies/fate.js';
import { LEAD_TIMES, leadTimeOf } from '../../src/tallies/lead-times.js';
import { stretchOf } from '../../src/tallies/periods.js';
import { classCode, classesWith, classOf } from '../../src/tallies/scenario-class.js';
import { narrowest, talliesOfForecaster, type TallyKey, wider } from '../../src/tallies/tally-keys.js';
import { bitOf, EVERY_VIEW } from '../../src/tallies/views.js';
import fc from '../support/fast-check.js';

describe('a class of scenarios', () => {
  it('is what its code says, and there are 54', () => {
    const all = classesWith({});
    expect(all).toEqual(Array.from({ length: 54 }, (_, code) => code));
    expect(all.map((code) => classCode(classOf(code)))).toEqual(all);
  });

  it('is found by any of its properties', () => {
    expect(classesWith({ kind: 'risk' })).toHaveLength(18);
    expect(classesWith({ kind: 'risk', term: 'short', testability: 'judged', released: true })).toHaveLength(
      1,
    );
    expect(classesWith({ term: 'long' }).every((code) => classOf(code).term === 'long')).toBe(true);
  });
});

describe('a fate', () => {
  it('is what its code says', () =>
    fc.assert(
      fc.property(
        fc.record({
          ...{ state: fc.constantFrom(...FATES), occurred: fc.boolean(), judged: fc.boolean() },
          ...{ selfResolved: fc.boolean(), early: fc.boolean(), late: fc.boolean(), undated: fc.boolean() },
        }),
        (fate) => expect(fateOf(fateCode(fate))).toEqual(fate),
      ),
    ));
});

describe('keys', () => {
  it('have a name each, and no two the same', () => {
    const names = Array.from({ length: KEYS }, (_, key) => keyName(key)).filter(
      (name) => !name.includes('undefined'),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(keyName(forecastKey(7000, true))).toBe('forecasts of 70 % that occurred');
  });
});

describe('what a scenario adds', () => {
  const fate = fateOf(fateCode({ ...fateOf(0), state: 'resolved', occurred: true }));
  const part = (probabilityBp: number, views: number): CountedPart => ({
    ...{ views, probabilityBp, weight: 10_000, leadDays: 3, withdrawn: 0, ended: 0 },
  });
  const [firstLive, timeWeightedLive] = [bitOf('firstLive'), bitOf('timeWeightedLive')];
  /** Counts of one view, after scenarios that come (1) or go (−1). */
  const counted = (bit: number, scenarios: readonly (readonly [CountedPart[], number])[]) => {
    const counts = new Float64Array(KEYS);
    for (const [parts, sign] of scenarios)
      contribute('short', fate, parts, (views, key, by) => {
        if ((views & bit) !== 0) counts[key]! += sign * by;
      });
    return counts;
  };

  it('holds what its forecasts share in each view, and nothing for a single forecast or shares of one', () => {
    const parts = [part(2000, firstLive), part(9000, EVERY_VIEW), part(4000, timeWeightedLive)];
    expect(sharedOf(counted(firstLive, [[parts, 1]]))).toEqual(sharedSums([[2000, 9000]]));
    for (const bit of [bitOf('lastAll'), timeWeightedLive])
      expect(sharedOf(counted(bit, [[parts, 1]]))).toEqual(NO_SHARED);
  });

  it('adds up past 2⁵³ without loss, and taking away undoes it', () => {
    const forecasters = (from: number) =>
      Array.from({ length: 1000 }, (_, i) => part((from + i * 7) % 10_001, EVERY_VIEW));
    const many = Array.from({ length: 400 }, (_, i) => [forecasters(i * 25), 1] as const);
    const sums = many.map(([parts]) => sharedSums([parts.map((one) => one.probabilityBp)]));
    expect(sharedOf(counted(firstLive, many))).toEqual(sums.reduce(addSharedSums, NO_SHARED));
    const back = many.slice(1).map(([parts]) => [parts, -1] as const);
    expect(sharedOf(counted(firstLive, [...many, ...back]))).toEqual(sums[0]);
  });

  it('is counted as resolved without a forecast in the views in which none counts', () => {
    const counts = (bit: number) => {
      const all = counted(bit, [[[part(2000, firstLive)], 1]]);
      return [KEY.scenarios, KEY.scenariosOccurred, KEY.unscored].map((key) => all[key]);
    };
    expect([counts(firstLive), counts(bitOf('lastLive'))]).toEqual([
      [1, 1, 0],
      [0, 0, 1],
    ]);
  });
});

describe('lead times', () => {
  it.each([
    ...[0, 6].map((d) => [d, 0]),
    [7, 1],
    [29, 1],
    [30, 2],
    [89, 2],
    [90, 3],
    [364, 3],
    [365, 4],
    [9999, 4],
  ])('%d days are in bucket %d', (days, bucket) => expect(leadTimeOf(days)).toBe(bucket));
  it('cover every distance', () => expect(LEAD_TIMES.at(-1)![1]).toBeNull());
});

describe('a stretch of time', () => {
  it.each([
    ['2026-01-15', '2026-03-31', ['2026-02', '2026-03'], [['2026-01-15', '2026-01-31']]],
    ['2026-01-01', '2026-01-31', ['2026-01', '2026-01'], []],
    ['2024-02-01', '2024-02-28', null, [['2024-02-01', '2024-02-28']]],
    ['2026-05-03', '2026-05-03', null, [['2026-05-03', '2026-05-03']]],
    [
      '2026-01-30',
      '2026-02-02',
      null,
      [
        ['2026-01-30', '2026-01-31'],
        ['2026-02-01', '2026-02-02'],
      ],
    ],
    [
      '2025-12-31',
      '2026-02-01',
      ['2026-01', '2026-01'],
      [
        ['2025-12-31', '2025-12-31'],
        ['2026-02-01', '2026-02-01'],
      ],
    ],
  ])('from %s to %s', (from, to, months, edges) => expect(stretchOf(from, to)).toEqual({ months, edges }));

  it('without an end has no ragged edge there', () => {
    expect(stretchOf('2026-01-01').edges).toEqual([]);
    expect(stretchOf(undefined, '2026-01-31').edges).toEqual([]);
  });

  it('covers each of its days once, and no other', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 200 }), (start, length) => {
        const from = addDays('2023-06-01', start);
        const to = addDays(from, length);
        const { months, edges } = stretchOf(from, to);
        const days = edges.reduce((sum, [first, last]) => sum + daysBetween(first, last) + 1, 0);
        const whole = months
          ? daysBetween(`${months[0]}-01`, `${addDays(`${months[1]}-01`, 31).slice(0, 7)}-01`)
          : 0;
        expect(days + whole).toBe(length + 1);
      }),
    ));
});

describe('the tallies that a scenario is counted in', () => {
  const scenario = {
    class: classCode({ kind: 'risk', term: 'short', testability: 'judged', released: true }),
  };
  const named = (keys: TallyKey[]) =>
    keys.map((key) => `${key.period} ${key.class === 55 ? 'any' : key.class}`);
  const own = scenario.class;

  const all = (narrow: TallyKey[]): string[] =>
    narrow.flatMap((key) => [...named([key]), ...all(wider(key))]).sort();

  it('are of all time and of its month, and for everyone of its day; of its class, and of all classes', () => {
    const dated = { ...scenario, day: '2026-05-03' };
    const months = [`ever ${own}`, 'ever any', `m2026-05 ${own}`, 'm2026-05 any'];
    const days = [`d2026-05-03 ${own}`, 'd2026-05-03 any'];
    expect(all([narrowest('topic', dated)])).toEqual([...months].sort());
    expect(all([narrowest('all', dated)])).toEqual([...months, ...days].sort());
    expect(named(talliesOfForecaster('ada', dated))).toEqual([`ever ${own}`, 'm2026-05 any']);
  });

  it('are of all time alone where it has no day', () => {
    const undated = { ...scenario, day: '' };
    expect(all([narrowest('all', undated)])).toEqual([`ever ${own}`, 'ever any'].sort());
    expect(named(talliesOfForecaster('ada', undated))).toEqual([`ever ${own}`]);
  });
});
