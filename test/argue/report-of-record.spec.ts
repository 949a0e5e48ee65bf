import { describe, expect, it } from '@jest/globals';
import { RECORDS, VANTAGES } from '../../src/forecasts/counting.js';
import { type Disputes, GROUNDS, NO_DISPUTES, restsOn } from '../../src/track-records/disputes.js';
import type { Filters } from '../../src/track-records/filters.js';
import type { PublicRecord, RecordScenario } from '../../src/track-records/public-record.js';
import { reportOfRecord } from '../../src/track-records/report-of-record.js';
import { aRecord, forecastOf, recordOf, recordScenario } from './builders.js';
import fc from '../support/fast-check.js';

const report = (record: PublicRecord, filters: Filters = {}, disputes: Partial<Disputes> = {}) =>
  reportOfRecord(record, filters, { ...NO_DISPUTES, ...disputes }, null);

/** Each run makes two reports: enough to meet every state, every view and every dispute many times. */
const RUNS = { numRuns: 40 };

const aView = fc.record({ vantage: fc.constantFrom(...VANTAGES), records: fc.constantFrom(...RECORDS) });

const withScenarios = (
  record: PublicRecord,
  of: (scenario: RecordScenario) => RecordScenario | null,
): PublicRecord => ({ ...record, scenarios: record.scenarios.flatMap((one) => of(one) ?? []) });

describe('the report of a record', () => {
  it('is the arithmetic of its scenarios', () => {
    const no = recordScenario({ id: 'two', outcome: 'not_occurred', forecasts: [forecastOf(2000)] });
    expect(report(recordOf([recordScenario(), no]))).toMatchObject({
      ...{ n: 2, occurred: 1, scenarios: 2, brierScore: (0.3 ** 2 + 0.2 ** 2) / 2, resolvedEarly: 2 },
    });
  });

  it('is of the scenarios that the record is of, whatever else is asked for', () => {
    const record = recordOf([recordScenario()], { filters: { topic: 'strike' } });
    expect(report(record, { kind: 'risk' }).selection).toMatchObject({ topic: 'strike', kind: 'risk' });
  });
});

describe('a ruling', () => {
  it('gives the report of a record in which it was resolved so, on the same day', () =>
    fc.assert(
      fc.property(aRecord, aView, fc.nat(), fc.boolean(), (record, view, at, yes) => {
        const resolved = record.scenarios.filter(({ state }) => state === 'resolved');
        fc.pre(resolved.length > 0);
        const { id } = resolved[at % resolved.length]!;
        const outcome = yes ? 'occurred' : 'not_occurred';
        const otherwise = withScenarios(record, (one) => (one.id === id ? { ...one, outcome } : one));
        expect(report(record, view, { rulings: { [id]: outcome } })).toEqual(report(otherwise, view));
      }),
      RUNS,
    ));

  it('settles what is annulled or overdue', () =>
    fc.assert(
      fc.property(aRecord, aView, fc.boolean(), (record, view, yes) => {
        const outcome = yes ? 'occurred' : 'not_occurred';
        const awaits = ({ state, deadline }: RecordScenario) =>
          state === 'annulled' || (state === 'open' && deadline < '2026-09-01');
        const unsettled = record.scenarios.filter(awaits);
        const otherwise = withScenarios(record, (one) =>
          awaits(one)
            ? {
                ...one,
                state: 'resolved',
                outcome,
                outcomeOn: one.outcomeOn ?? one.deadline,
                annulment: null,
              }
            : one,
        );
        const rulings = Object.fromEntries(unsettled.map(({ id }) => [id, outcome] as const));
        expect(report(record, view, { rulings })).toEqual(report(otherwise, view));
        expect(report(record, view, { rulings })).toMatchObject({ overdue: 0, annulled: 0 });
      }),
      RUNS,
    ));

  it('does not settle what is still open', () => {
    const open = {
      state: 'open',
      outcome: null,
      outcomeOn: null,
      closesAt: '2027-01-01T00:00:00.000Z',
    } as const;
    const record = recordOf([recordScenario(open)]);
    expect(report(record, {}, { rulings: { one: 'occurred' } })).toEqual(report(record));
  });

  it('takes away that it came late, where it is said to have happened', () => {
    const late = { outcome: 'not_occurred', outcomeOn: '2026-07-01', lateOn: '2026-07-12' } as const;
    const record = recordOf([recordScenario(late)]);
    expect(report(record).terms).toMatchObject([{ late: 1 }]);
    expect(report(record, {}, { rulings: { one: 'not_occurred' } }).terms).toMatchObject([{ late: 1 }]);
    expect(report(record, {}, { rulings: { one: 'occurred' } }).terms).toMatchObject([{ late: 0 }]);
  });

  it('of a name that objects have by birth is none', () => {
    const record = recordOf([recordScenario({ id: 'constructor' })]);
    expect(report(record, {}, { rulings: {} })).toMatchObject({ n: 1, occurred: 1 });
  });
});

describe('what is left out', () => {
  it.each<[string, (part: string) => Partial<Disputes>, (scenario: RecordScenario, part: string) => boolean]>(
    [
      ['one scenario', () => ({ rulings: { s0: 'out' } }), ({ id }) => id !== 's0'],
      ['a topic', () => ({ topics: ['strike'] }), ({ topic }) => topic !== 'strike'],
      ...GROUNDS.map(
        (ground) =>
          [
            `what rests on ${ground}`,
            () => ({ grounds: [ground] }),
            (scenario: RecordScenario) => !restsOn(scenario, ground),
          ] as [string, () => Partial<Disputes>, (scenario: RecordScenario) => boolean],
      ),
    ],
  )('gives the report of a record without it: %s', (_, disputes, stays) =>
    fc.assert(
      fc.property(aRecord, aView, (record, view) => {
        const without = withScenarios(record, (one) => (stays(one, '') ? one : null));
        expect(report(record, view, disputes(''))).toEqual(report(without, view));
      }),
      RUNS,
    ),
  );

  it('gives the report of a record without it: a forecaster', () =>
    fc.assert(
      fc.property(aRecord, aView, (record, view) => {
        const without = withScenarios(record, (one) => ({
          ...one,
          forecasts: one.forecasts.filter(({ forecaster }) => forecaster !== 'plumb'),
        }));
        expect(report(record, view, { forecasters: ['plumb'] })).toEqual(report(without, view));
      }),
      RUNS,
    ));

  it('is no longer left out for its ground where the reader has settled it', () => {
    const record = recordOf([recordScenario({ basis: 'judged' })]);
    expect(report(record, {}, { grounds: ['judged'] }).n).toBe(0);
    expect(report(record, {}, { grounds: ['judged'], rulings: { one: 'not_occurred' } })).toMatchObject({
      ...{ n: 1, occurred: 0 },
    });
  });
});
