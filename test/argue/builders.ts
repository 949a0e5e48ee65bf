import { addDays } from '../../src/days.js';
import {
  RECORD_FORMAT,
  type PublicRecord,
  type RecordScenario,
} from '../../src/track-records/public-record.js';
import fc from '../support/fast-check.js';

export const AS_OF = '2026-09-01T12:00:00.000Z';

/** A scenario opened on 1 June and settled on the 20th, given 70 % by the desk. */
export const recordScenario = (fields: Partial<RecordScenario> = {}): RecordScenario => ({
  ...{ id: 'one', topic: 'strike', kind: 'risk', term: 'short', testability: 'observable' },
  ...{ statement: 'The port closes.', premise: null, criteria: null, sinceCriteria: 0 },
  ...{ openedOn: '2026-06-01', deadline: '2026-07-01', closesAt: '2026-07-02T00:00:00.000Z', zone: 'UTC' },
  ...{ state: 'resolved', outcome: 'occurred', outcomeOn: '2026-06-20', outcomeAt: null, lateOn: null },
  ...{ basis: 'observed', annulment: null, reason: 'It did.', selfResolved: false, onUnconfirmed: false },
  forecasts: [forecastOf(7000)],
  evidence: [],
  ...fields,
});

export const forecastOf = (
  probabilityBp: number,
  fields: Partial<RecordScenario['forecasts'][number]> = {},
): RecordScenario['forecasts'][number] => ({
  ...{ forecaster: 'desk', probabilityBp, archival: false, reconstructed: false },
  ...{ statedAt: '2026-06-01T09:00:00.000Z', recordedAt: '2026-06-01T09:00:00.000Z' },
  ...{ criteriaVersion: null, withdrawnAt: null, ...fields },
});

export const recordOf = (
  scenarios: readonly RecordScenario[],
  fields: Partial<PublicRecord> = {},
): PublicRecord => ({
  ...{
    format: RECORD_FORMAT,
    desk: 'The Lowland Desk',
    example: false,
    asOf: AS_OF,
    version: 7,
    filters: {},
  },
  scenarios: [...scenarios],
  topics: [...new Set(scenarios.map(({ topic }) => topic))].map((slug) => ({ slug, title: `Story ${slug}` })),
  forecasters: ['desk', 'mira', 'plumb'].map((slug) => ({ slug, name: slug, public: slug !== 'mira' })),
  ...fields,
});

const days = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => addDays('2026-06-01', n));

const aForecast = fc
  .record({
    forecaster: fc.constantFrom('desk', 'mira', 'plumb'),
    bp: fc.integer({ min: 0, max: 100 }).map((n) => n * 100),
    on: days(0, 40),
    later: fc.boolean(),
  })
  .map(({ forecaster, bp, on, later }) =>
    forecastOf(bp, {
      ...{ forecaster, archival: later, statedAt: `${on}T09:00:00.000Z` },
      recordedAt: `${later ? addDays(on, 5) : on}T09:00:00.000Z`,
    }),
  );

const aScenario = (index: number): fc.Arbitrary<RecordScenario> =>
  fc
    .record({
      topic: fc.constantFrom('strike', 'drought'),
      kind: fc.constantFrom('risk' as const, 'opportunity' as const, 'consequence' as const),
      term: fc.constantFrom('short' as const, 'medium' as const, 'long' as const),
      basis: fc.constantFrom('observed' as const, 'judged' as const, 'absence' as const),
      became: fc.constantFrom('occurred', 'not_occurred', 'annulled', 'open', 'overdue'),
      outcomeOn: days(0, 30),
      onUnconfirmed: fc.boolean(),
      forecasts: fc.array(aForecast, { maxLength: 5 }),
    })
    .map(({ became, outcomeOn, basis, ...fields }) => {
      const id = `s${index}`;
      if (became === 'open' || became === 'overdue') {
        const ends = became === 'open' ? '2026-12-01' : '2026-07-01';
        const open = { state: 'open', outcome: null, outcomeOn: null, basis: null, reason: null } as const;
        const closesAt = `${addDays(ends, 1)}T00:00:00.000Z`;
        return recordScenario({ ...fields, id, ...open, deadline: ends, closesAt, onUnconfirmed: false });
      }
      const outcome = became;
      const state = outcome === 'annulled' ? 'annulled' : 'resolved';
      return recordScenario({ ...fields, id, state, outcome, outcomeOn, basis });
    });

/** Records of up to a dozen scenarios in every state, by three forecasters, live and archival. */
export const aRecord: fc.Arbitrary<PublicRecord> = fc
  .integer({ min: 1, max: 12 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, index) => aScenario(index))))
  .map((scenarios) => recordOf(scenarios));
