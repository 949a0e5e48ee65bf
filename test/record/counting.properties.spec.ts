import { describe, expect, it } from '@jest/globals';
import {
  countForecasts,
  type CountedPart,
  type CountingScope,
  type ForecastFact,
  standingOf,
} from '../../src/forecasts/counting.js';
import { forecast, scope } from './facts.js';
import fc from '../support/fast-check.js';

describe('for every history', () => {
  const instant = fc
    .integer({ min: 0, max: 30 * 24 })
    .map((hours) => new Date(Date.UTC(2026, 5, 1) + hours * 3_600_000).toISOString());
  const row = fc.record({
    ...{ recorded: instant, stated: instant, bp: fc.integer({ min: 0, max: 10_000 }) },
    withdrawnAt: fc.option(instant, { freq: 4 }),
    kind: fc.constantFrom('live', 'live', 'briefing', 'archival', 'archival', 'reconstructed'),
  });
  const history = fc.array(row, { maxLength: 8 }).map((rows) =>
    rows.map(({ recorded, stated, bp, withdrawnAt, kind }, index): ForecastFact => {
      const [statedAt, recordedAt] = [stated, recorded].sort() as [string, string];
      return forecast(index + 1, kind === 'live' ? recordedAt : statedAt, bp, {
        ...{ recordedAt, archival: kind === 'archival' || kind === 'reconstructed' },
        reconstructed: kind === 'reconstructed',
        withdrawnAt: withdrawnAt !== null && withdrawnAt >= recordedAt ? withdrawnAt : null,
      });
    }),
  );
  const scopes = fc
    .record({
      zone: fc.constantFrom('UTC', 'America/New_York', 'Pacific/Kiritimati'),
      outcome: fc.option(fc.integer({ min: 1, max: 30 })),
      hour: fc.option(fc.integer({ min: 0, max: 23 })),
    })
    .map(({ zone, outcome, hour }): CountingScope => {
      const outcomeOn = outcome === null ? null : `2026-06-${String(outcome).padStart(2, '0')}`;
      const outcomeAt =
        zone === 'UTC' && outcomeOn && hour !== null
          ? `${outcomeOn}T${String(hour).padStart(2, '0')}:00:00.000Z`
          : null;
      return { ...scope, zone, outcomeOn, outcomeAt };
    });
  const live = (parts: CountedPart[]) => parts.filter((part) => part.records === 'live');

  it('the live filter comes first: archival rows, before or after, never move what is live', () =>
    fc.assert(
      fc.property(history, scopes, (rows, bounds) => {
        const own = rows.filter((one) => !one.archival);
        const others = rows.map((one) => (one.archival ? { ...one, withdrawnAt: null } : one));
        expect(live(countForecasts(others, bounds))).toEqual(live(countForecasts(own, bounds)));
        const counted = own.filter((one) => standingOf(one, bounds) === 'live' || one.withdrawnAt !== null);
        expect(live(countForecasts(counted, bounds))).toEqual(live(countForecasts(own, bounds)));
      }),
    ));

  it('the weights of a vantage sum to ten thousand, and none is empty', () =>
    fc.assert(
      fc.property(history, scopes, (rows, bounds) => {
        const sums = new Map<string, number>();
        for (const { vantage, records, weight } of countForecasts(rows, bounds)) {
          expect(weight).toBeGreaterThan(0);
          sums.set(`${vantage} ${records}`, (sums.get(`${vantage} ${records}`) ?? 0) + weight);
        }
        expect([...sums.values()].filter((sum) => sum !== 10_000)).toEqual([]);
      }),
    ));

  it('parts are numbered from 0 without a gap', () =>
    fc.assert(
      fc.property(history, scopes, (rows, bounds) => {
        const parts = countForecasts(rows, bounds).filter((part) => part.vantage === 'timeWeighted');
        for (const records of ['live', 'all']) {
          const numbers = parts.filter((part) => part.records === records).map(({ part }) => part);
          expect(numbers).toEqual(numbers.map((_, index) => index));
        }
      }),
    ));

  it('the order in which rows are given changes nothing', () =>
    fc.assert(
      fc.property(
        history,
        scopes,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (rows, bounds, random) => {
          const shuffled = rows
            .map((one) => [random.next().value as number, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          expect(countForecasts(shuffled, bounds)).toEqual(countForecasts(rows, bounds));
        },
      ),
    ));

  it('whatever counts live counts among all, and first is the first of them', () =>
    fc.assert(
      fc.property(history, scopes, (rows, bounds) => {
        const parts = countForecasts(rows, bounds);
        const has = (records: string) =>
          parts.some((part) => part.records === records && part.vantage === 'first');
        expect(has('all') || !has('live')).toBe(true);
        expect(has('all')).toBe(rows.some((one) => standingOf(one, bounds) !== null));
      }),
    ));
});
