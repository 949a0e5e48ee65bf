import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  countForecasts,
  type CountedPart,
  type CountingScope,
  type ForecastFact,
  standingForecast,
  standingOf,
} from '../../src/forecasts/counting.js';

const scope: CountingScope = {
  ...{ zone: 'UTC', deadline: '2026-06-30', outcomeOn: '2026-06-21', outcomeAt: null, sinceCriteria: 0 },
};

/** A live forecast of a day in June, at noon unless an instant is given; archival where it was recorded later. */
function forecast(
  seq: number,
  day: number | string,
  bp: number,
  more: Partial<ForecastFact> = {},
): ForecastFact {
  const statedAt = typeof day === 'string' ? day : `2026-06-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  return {
    ...{ seq, probabilityBp: bp, statedAt, recordedAt: statedAt, archival: false, reconstructed: false },
    ...{ criteriaVersion: null, withdrawnAt: null, ...more },
  };
}
const later = { archival: true, recordedAt: '2026-06-25T09:00:00.000Z' };

const brief = (parts: CountedPart[], records: 'live' | 'all') => {
  const of = (vantage: string) =>
    parts.filter((part) => part.vantage === vantage && part.records === records);
  return {
    first: of('first')[0]?.probabilityBp ?? null,
    last: of('last')[0]?.probabilityBp ?? null,
    timeWeighted: of('timeWeighted').map((part) => [part.probabilityBp, part.weight]),
  };
};

describe('what counts, by hand', () => {
  const table: [
    title: string,
    forecasts: ForecastFact[],
    live: ReturnType<typeof brief>,
    all?: ReturnType<typeof brief>,
  ][] = [
    ['nothing', [], { first: null, last: null, timeWeighted: [] }],
    [
      'one forecast is first, last and all of the time',
      [forecast(1, 11, 7000)],
      { first: 7000, last: 7000, timeWeighted: [[7000, 10_000]] },
    ],
    [
      'ten days: four at 0.7 and six at 0.2',
      [forecast(1, 11, 7000), forecast(2, 15, 2000)],
      {
        first: 7000,
        last: 2000,
        timeWeighted: [
          [7000, 4000],
          [2000, 6000],
        ],
      },
    ],
    [
      'nine days: a third each, and the earliest has the odd ten-thousandth',
      [forecast(1, 12, 7000), forecast(2, 15, 2000), forecast(3, 18, 4000)],
      {
        first: 7000,
        last: 4000,
        timeWeighted: [
          [7000, 3334],
          [2000, 3333],
          [4000, 3333],
        ],
      },
    ],
    [
      'of two on one day the first stood for no whole day',
      [forecast(1, '2026-06-11T08:00:00.000Z', 7000), forecast(2, 11, 2000)],
      { first: 7000, last: 2000, timeWeighted: [[2000, 10_000]] },
    ],
    [
      'at one instant the later row is the revision',
      [forecast(2, 11, 2000), forecast(1, 11, 7000)],
      { first: 7000, last: 2000, timeWeighted: [[2000, 10_000]] },
    ],
    [
      'one on the day of the outcome comes too late, the day before does not',
      [forecast(1, 20, 7000), forecast(2, 21, 2000)],
      { first: 7000, last: 7000, timeWeighted: [[7000, 10_000]] },
    ],
    [
      'an archival one counts where it is asked for, in the place of the day on which it was stated',
      [forecast(1, 11, 7000), forecast(2, 13, 2000, later), forecast(3, 1, 9000, later)],
      { first: 7000, last: 7000, timeWeighted: [[7000, 10_000]] },
      {
        first: 9000,
        last: 2000,
        timeWeighted: [
          [9000, 5000],
          [7000, 1000],
          [2000, 4000],
        ],
      },
    ],
    [
      'an archival one stated on the day of the outcome counts, a day later it does not',
      [forecast(1, 21, 3000, later), forecast(2, 22, 9000, later)],
      { first: null, last: null, timeWeighted: [] },
      { first: 3000, last: 3000, timeWeighted: [[3000, 10_000]] },
    ],
    [
      'words turned into a number are never scored',
      [forecast(1, 11, 9000, { ...later, reconstructed: true })],
      { first: null, last: null, timeWeighted: [] },
    ],
    [
      'a withdrawal ends the time that counts and leaves the first',
      [forecast(1, 11, 7000), forecast(2, 13, 2000, { withdrawnAt: '2026-06-15T12:00:00.000Z' })],
      {
        first: 7000,
        last: null,
        timeWeighted: [
          [7000, 5000],
          [2000, 5000],
        ],
      },
    ],
    [
      'after a withdrawal one may forecast again',
      [forecast(1, 11, 7000, { withdrawnAt: '2026-06-12T12:00:00.000Z' }), forecast(2, 18, 2000)],
      {
        first: 7000,
        last: 2000,
        timeWeighted: [
          [7000, 2500],
          [2000, 7500],
        ],
      },
    ],
    [
      'a withdrawal on the day of the outcome, or after it, takes nothing back',
      [forecast(1, 11, 7000, { withdrawnAt: '2026-06-21T00:00:00.000Z' })],
      { first: 7000, last: 7000, timeWeighted: [[7000, 10_000]] },
    ],
    [
      'a withdrawal put to an archival row ends the live one before it as well',
      [
        forecast(1, 11, 7000),
        forecast(2, 13, 2000, {
          ...{
            archival: true,
            recordedAt: '2026-06-14T12:00:00.000Z',
            withdrawnAt: '2026-06-16T12:00:00.000Z',
          },
        }),
      ],
      { first: 7000, last: null, timeWeighted: [[7000, 10_000]] },
      {
        first: 7000,
        last: null,
        timeWeighted: [
          [7000, 4000],
          [2000, 6000],
        ],
      },
    ],
    [
      'a withdrawal ends what was stated before it and recorded after it',
      [forecast(1, 11, 7000, { withdrawnAt: '2026-06-16T12:00:00.000Z' }), forecast(2, 15, 2000, later)],
      { first: 7000, last: null, timeWeighted: [[7000, 10_000]] },
      {
        first: 7000,
        last: null,
        timeWeighted: [
          [7000, 8000],
          [2000, 2000],
        ],
      },
    ],
    [
      'where the clock jumped back, the order of record holds',
      [forecast(1, 14, 7000), forecast(2, 12, 2000)],
      { first: 7000, last: 2000, timeWeighted: [[2000, 10_000]] },
    ],
    [
      'what was forecast before the question changed is over',
      [forecast(1, 11, 7000), forecast(2, 13, 2000, { criteriaVersion: 2 })],
      {
        first: 7000,
        last: 2000,
        timeWeighted: [
          [7000, 2000],
          [2000, 8000],
        ],
      },
    ],
  ];
  it.each(table)('%s', (_, forecasts, live, all = live) => {
    const counted = countForecasts(forecasts, scope);
    expect(brief(counted, 'live')).toEqual(live);
    expect(brief(counted, 'all')).toEqual(all);
  });

  it('what was forecast before the question changed does not count', () => {
    const counted = countForecasts(
      [
        forecast(1, 11, 7000),
        forecast(2, 12, 6000, { criteriaVersion: 1 }),
        forecast(3, 13, 2000, { criteriaVersion: 2 }),
      ],
      { ...scope, sinceCriteria: 2 },
    );
    expect(brief(counted, 'live')).toEqual({ first: 2000, last: 2000, timeWeighted: [[2000, 10_000]] });
  });

  it('without an outcome the deadline bounds the time', () => {
    const counted = countForecasts([forecast(1, 10, 7000), forecast(2, 25, 2000)], {
      ...scope,
      outcomeOn: null,
    });
    expect(brief(counted, 'live').timeWeighted).toEqual([
      [7000, 7500],
      [2000, 2500],
    ]);
    expect(counted[0]).toMatchObject({ vantage: 'first', leadDays: 20 });
  });

  it('every part says whether it is archival', () => {
    const counted = countForecasts([forecast(1, 11, 7000), forecast(2, 16, 2000, later)], scope);
    expect(
      counted.filter((part) => part.records === 'all').map(({ vantage, archival }) => [vantage, archival]),
    ).toEqual([
      ['first', false],
      ['last', true],
      ['timeWeighted', false],
      ['timeWeighted', true],
    ]);
  });
});

describe('whether a forecast counts', () => {
  const outcomeAt = '2026-06-21T15:00:00.000Z';
  const published = { recordedAt: '2026-06-22T08:00:00.000Z' };
  it.each<[string, ForecastFact, Partial<CountingScope>, 'live' | 'archival' | null]>([
    ['the last instant of the day before', forecast(1, '2026-06-20T23:59:59.999Z', 1), {}, 'live'],
    ['the first instant of the day itself', forecast(1, '2026-06-21T00:00:00.000Z', 1), {}, null],
    ['before a known instant', forecast(1, '2026-06-21T14:59:59.999Z', 1), { outcomeAt }, 'live'],
    ['at a known instant', forecast(1, outcomeAt, 1), { outcomeAt }, null],
    [
      'the day before, where it is that day already',
      forecast(1, '2026-06-20T12:00:00.000Z', 1),
      { zone: 'Pacific/Kiritimati' },
      null,
    ],
    [
      'that day, where it is the day before still',
      forecast(1, '2026-06-21T09:00:00.000Z', 1),
      { zone: 'Pacific/Pago_Pago' },
      'live',
    ],
    [
      'through a briefing of the day before, recorded after the outcome',
      forecast(1, '2026-06-20T00:00:00.000Z', 1, published),
      {},
      'archival',
    ],
    ['through a briefing of the day after', forecast(1, '2026-06-22T00:00:00.000Z', 1, published), {}, null],
    ['archival, of the day itself', forecast(1, '2026-06-21T23:59:59.999Z', 1, later), {}, 'archival'],
    ['archival, of the day after', forecast(1, '2026-06-22T00:00:00.000Z', 1, later), {}, null],
  ])('%s', (_, one, change, expected) => {
    expect(standingOf(one, { ...scope, ...change })).toBe(expected);
  });
});

describe('the forecast that stands', () => {
  const withdrawnAt = '2026-06-16T12:00:00.000Z';
  it.each<[string, ForecastFact[], number | null]>([
    ['of nobody', [], null],
    [
      'is the latest stated, not the latest recorded',
      [forecast(1, 11, 7000), forecast(2, 1, 2000, later)],
      1,
    ],
    [
      'is never a reconstructed one',
      [forecast(1, 11, 7000), forecast(2, 13, 2000, { ...later, reconstructed: true })],
      1,
    ],
    ['is none after a withdrawal', [forecast(1, 11, 7000, { withdrawnAt })], null],
    [
      'is none, whatever is found of the time before',
      [forecast(1, 11, 7000, { withdrawnAt }), forecast(2, 13, 2000, later)],
      null,
    ],
    [
      'is the one made after a withdrawal',
      [forecast(1, 11, 7000, { withdrawnAt }), forecast(2, 17, 2000)],
      2,
    ],
  ])('%s', (_, forecasts, seq) => {
    expect(standingForecast(forecasts)?.seq ?? null).toBe(seq);
  });
});

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
