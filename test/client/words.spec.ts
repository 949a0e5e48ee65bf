import { describe, expect, it } from '@jest/globals';
import { denominator } from '../../client/src/record-words.js';
import * as w from '../../client/src/words.js';
import { bins, front, report, resolution, scenario } from './fixtures.js';

const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null;

describe('numbers in words', () => {
  it.each([
    [0.82, '82 %'],
    [0.5, '50 %'],
    [0, '0 %'],
    [1, '100 %'],
    [0.004, 'under 1 %'],
    [0.996, 'over 99 %'],
  ])('%p is %p', (p, text) => expect(plain(w.percent(p))).toBe(text));

  it.each([
    [0.825, '82.5 %'],
    [0.8246, '82.46 %'],
    [0.07, '7 %'],
    [0.0001, '0.01 %'],
    [0.9999, '99.99 %'],
  ])('%p is quoted as it was said: %p', (p, text) => expect(plain(w.saidPercent(p))).toBe(text));

  it('groups thousands', () =>
    expect([w.grouped(346), w.grouped(12500), w.grouped(1234567)]).toEqual(['346', '12,500', '1,234,567']));
  it('writes a true minus, and no minus zero', () =>
    expect([w.decimal(-1.72, 2), w.decimal(-0.0001, 2)]).toEqual(['−1.72', '0.00']));
  it('keeps numbers and percent signs together', () =>
    expect(w.unbroken('about 79 % of 25')).toBe('about 79\u00a0% of 25'));
});

describe('days', () => {
  it('are written out, wherever the reader is', () => expect(plain(w.day('2026-05-03'))).toBe('3 May 2026'));
  it('name the zone of an instant', () =>
    expect(plain(w.instant('2026-05-03T10:51:07Z'))).toBe('3 May 2026, 10:51 UTC'));
  it('are counted across a change of clocks', () =>
    expect(w.daysBetween('2026-03-28', '2026-03-30')).toBe(2));
  it.each([
    [1, 'stood all the time'],
    [0.8, 'stood 80 % of the time'],
    [0.9996, 'stood over 99 % of the time'],
    [0.0004, 'stood under 1 % of the time'],
  ])('tell for how much of the time a forecast stood: %p', (coverage, text) =>
    expect(plain(w.stoodInWords(coverage))).toBe(text),
  );
  it('give points their sign', () =>
    expect([12.34, -12.34, 0, -0.01, 0.01].map(w.points)).toEqual(['+12.3', '−12.3', '0.0', '0.0', '0.0']));
  it('tell how late something occurred', () =>
    expect(plain(w.lateInWords('2026-06-30', '2026-07-12'))).toBe('occurred 12 days late'));
  it('tell one day as one day', () =>
    expect(plain(w.lateInWords('2026-06-30', '2026-07-01'))).toBe('occurred 1 day late'));
});

describe('the first sentence', () => {
  it('says how many were expected, how many came true, and the range of chance', () => {
    const expectedOccurred = { level: 0.95, sum: 88.2, low: 73, high: 103 };
    const of346 = { ...report(), n: 346, occurred: 81, expectedOccurred };
    expect(w.headline(of346)).toBe(
      'Of 346 predictions, 88 were expected to come true; 81 did (95% range 73 to 103).',
    );
    expect(w.headline({ ...of346, scenarios: 117 })).toBe(
      'Of 346 forecasts on 117 predictions, 88 were expected to come true; 81 did (95% range 73 to 103).',
    );
  });
  it('leaves out what is undefined', () =>
    expect(
      w.headline({ ...report(), expectedOccurred: { level: 0.95, sum: null, low: null, high: null } }),
    ).toBe('Of 346 predictions, 81 came true.'));
  it('never says 0 of 0', () =>
    expect(w.headline(report(bins().map(() => [0, 0, 0] as const)))).toBe(
      'No prediction has been scored yet.',
    ));
});

describe('the size of a record', () => {
  it.each([
    [0, 'none'],
    [9, 'few'],
    [10, 'noVerdict'],
    [29, 'noVerdict'],
    [30, 'provisional'],
    [99, 'provisional'],
    [100, 'full'],
  ])('%p scored is %p', (n, size) => expect(w.sizeOf(n)).toBe(size));
});

describe('the denominator', () => {
  const words = (change: object) =>
    denominator({ ...report(), ...change }).map(([n, word, list]) => `${n} ${plain(word)}: ${list}`);
  it('holds every prediction once', () => {
    const predictions = { ...report().predictions, scored: 117, unscored: 2 };
    expect(words({ n: 346, predictions })).toEqual([
      '117 scored (346 forecasts): resolved',
      ...['12 open: open', '2 overdue: overdue', '3 annulled: annulled'],
      '2 resolved without a forecast that counts: unscored',
    ]);
    expect(words({})).toHaveLength(4);
  });
});

describe('scores in words', () => {
  it('explain the average squared gap', () =>
    expect(plain(w.brierInWords({ ...report(), brierScore: 0.1712 }))).toBe(
      'Average squared gap between what was said and what happened; 0 is perfect, 0.25 is always saying 50 %; here 0.171.',
    ));
  it.each([
    [0.18, '18 % better than always quoting the base rate (23 %, known only in hindsight).'],
    [-0.06, '6 % worse than always quoting the base rate (23 %, known only in hindsight).'],
    [0.001, 'No better and no worse than always quoting the base rate (23 %, known only in hindsight).'],
  ])('skill %p', (brierSkillScore, text) =>
    expect(plain(w.skillInWords({ ...report(), brierSkillScore }))).toBe(text),
  );
  it('are silent where they are undefined', () =>
    expect(w.skillInWords({ ...report(), brierSkillScore: null })).toBeNull());
  it.each([
    [0.82, 'not_occurred', 'said 82 %, it did not happen: squared gap 0.67'],
    [0.82, 'occurred', 'said 82 %, it happened: squared gap 0.03'],
    [0.82, 'annulled', 'said 82 %, annulled: not scored'],
  ] as const)('of %p and %p', (p, outcome, text) => expect(plain(w.scoreInWords(p, outcome))).toBe(text));
  it('tell a bin with its counts and range', () =>
    expect(plain(w.binInWords(bins()[7]!))).toBe(
      'Said about 79 %: it happened 64 % of the time (16 of 25; 90 % range 48–78 %).',
    ));
  it('give an empty bin no share', () => expect(w.binInWords(bins()[9]!)).toBe('No forecast here.'));
});

describe('where a prediction stands', () => {
  const open = { state: 'open', resolutions: [] } as const;
  it.each([
    [scenario({ ...open, resolutions: [] }), '2026-06-01', 'Open: 29 days left.'],
    [scenario({ ...open, resolutions: [], dueSoon: true }), '2026-06-29', 'Due soon: 1 day left.'],
    [scenario({ ...open, resolutions: [], dueSoon: true }), '2026-06-30', 'Due soon: today is the last day.'],
    [
      scenario({ ...open, resolutions: [], overdue: true }),
      '2026-07-05',
      'Overdue by 5 days: awaiting evidence.',
    ],
    [scenario(), '2026-08-01', 'Did not happen by 30 June 2026 (occurred 12 days late).'],
    [
      scenario({ resolutions: [resolution({ outcomeOn: '2026-05-02' })] }),
      '2026-08-01',
      'Did not happen: it became impossible on 2 May 2026.',
    ],
    [
      scenario({ resolutions: [resolution({ outcome: 'occurred', outcomeOn: '2026-05-02' })] }),
      '2026-08-01',
      'Happened on 2 May 2026.',
    ],
    [
      scenario({
        state: 'annulled',
        resolutions: [resolution({ outcome: 'annulled', annulment: 'premise_false' })],
      }),
      '2026-08-01',
      'Annulled: its “if” did not come about.',
    ],
  ])('in a sentence', (of, today, text) => expect(plain(w.stateInWords(of, today))).toBe(text));
});

it('the fixtures hang together', () => expect(front().report.occurred).toBe(81));
