import { beforeAll, describe, expect, it } from '@jest/globals';
import { type EventReport, measureEvents } from '../../bench/events/measure.js';
import { wordNetLexicon } from '../../src/lexicon/meanings.js';
import { amountsOf } from '../../src/matching/amounts.js';
import {
  match,
  type MatchEvent,
  type MatchScenario,
  readEvent,
  readScenario,
} from '../../src/matching/index.js';

const lexicon = wordNetLexicon();
const rarity = () => 3;

const aScenario = (fields: Partial<MatchScenario>): MatchScenario => ({
  ...{ statement: 'The port closes.', openedOn: '2026-02-01', deadline: '2026-05-01', ...fields },
});
const anEvent = (fields: Partial<MatchEvent>): MatchEvent => ({
  ...{ headline: 'Port closes', occurredOn: '2026-04-19', ...fields },
});
const matched = (scenario: Partial<MatchScenario>, event: Partial<MatchEvent>) =>
  match(readScenario(aScenario(scenario), lexicon), readEvent(anEvent(event)), { lexicon, rarity });

describe('a reason', () => {
  it.each<[string, string, string]>([
    ['The strike reaches Port Skell.', 'Port Skell dockers walk out', 'both name "Port Skell"'],
    ['The firm halts production.', 'The firm suspends production', '"halts" and "suspends" mean the same'],
    ['A collapse follows.', 'Collapsing bridge', '"collapse" and "Collapsing" are forms of one word'],
    ['The stoppage lasts 30 days.', 'No work for thirty days', 'both speak of 30 days'],
    [
      'Prices rise by more than 20 per cent.',
      'Prices up 24%',
      'it speaks of 24 per cent, the prediction of at least 20 per cent',
    ],
    ['The rebels leave Russia.', 'Kremlin lets rebels go', '"Russia" and "Kremlin" name the same'],
    ['Norway joins the pact.', 'Norwegian cabinet backs pact', '"Norway" and "Norwegian" mean the same'],
    ['Pell leaves the union.', 'Pellish voters choose exit', '"Pell" and "Pellish" name the same'],
    ['Prices rise.', 'Prices fall', 'it says "fall", where the prediction says "rise": it may undermine'],
  ])('for “%s” and “%s” is: %s', (statement, headline, reason) => {
    expect(matched({ statement }, { headline }).why).toContain(reason);
  });

  it.each<[string, Partial<MatchScenario>, string]>([
    ['within the time', {}, '12 days before the deadline'],
    ['on its last day', { deadline: '2026-04-19' }, 'on the day of the deadline'],
    ['past it', { deadline: '2026-04-18' }, '1 day after the deadline'],
    ['without a deadline', { deadline: null }, '77 days after the prediction'],
    [
      'before the prediction',
      { openedOn: '2026-04-20' },
      'before the prediction: can be precedent, never settle',
    ],
  ])('tells when it happened: %s', (_, scenario, reason) => {
    expect(matched(scenario, {}).why).toContain(reason);
  });
});

describe('a score', () => {
  it.each<[string, Partial<MatchEvent>, Partial<MatchEvent>]>([
    ['within the time than before it', {}, { occurredOn: '2026-01-15' }],
    ['within the time than after it', {}, { occurredOn: '2026-05-08' }],
    ['a little late than long after', { occurredOn: '2026-05-08' }, { occurredOn: '2026-12-08' }],
    ['of the same word than of one of its matter', {}, { headline: 'Harbour closes' }],
    ['saying the same than the contrary', {}, { headline: 'Port opens' }],
    ['in the headline than in a source', {}, { headline: 'Quiet day', sources: ['The port closes.'] }],
  ])('is higher %s', (_, one, other) => {
    expect(matched({}, one).score).toBeGreaterThan(matched({}, other).score);
  });

  it('is between 0 and 1, and 0 where nothing is shared', () => {
    expect(matched({}, {}).score).toBeLessThanOrEqual(1);
    expect(matched({}, { headline: 'Choir wins prize' }).score).toBe(0);
    expect(matched({ statement: '' }, { headline: '' }).score).toBe(0);
  });
});

describe('an amount', () => {
  it.each<[string, number, string, number]>([
    ['at least 2,000 jobs', 2000, 'job', 1],
    ['two thousand three hundred posts', 2300, 'post', 0],
    ['5.5 per cent', 5.5, 'per cent', 0],
    ['over $2bn', 2e9, 'dollars', 1],
    ['6 per cent or less', 6, 'per cent', -1],
    ['below a fifth of it', 20, 'per cent', -1],
    ['€72m', 72e6, 'euros', 0],
    ['25 basis points', 25, 'basis points', 0],
  ])('of “%s” is read', (text, value, unit, bound) => {
    expect(amountsOf(text)).toMatchObject([{ value, unit, bound }]);
  });

  it.each(['by 30 June 2026', 'in 2026', 'the end of May'])('is none in “%s”', (text) => {
    expect(amountsOf(text)).toEqual([]);
  });
});

describe('against the labelled stories', () => {
  let report: EventReport;
  beforeAll(() => {
    report = measureEvents();
  });

  it('of at least 40 scenarios and 80 events', () => {
    expect(report.whole.scenarios).toBeGreaterThanOrEqual(40);
    expect(report.whole.events).toBeGreaterThanOrEqual(80);
  });

  it.each(['heldOut', 'tunedOn', 'whole', 'exampleDesk'] as const)(
    'of the part %s, the first suggestion is right and what bears is among the first three often enough',
    (part) => {
      expect(report[part].precisionAt1).toBeGreaterThanOrEqual(0.8);
      expect(report[part].recallAt3).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('does so where no topics are known, and better than words alone', () => {
    expect(report.withoutTopics.precisionAt1).toBeGreaterThanOrEqual(0.8);
    expect(report.baseline.precisionAt1).toBeLessThan(report.whole.precisionAt1 - 0.2);
    expect(report.exampleDeskBaseline.precisionAt1).toBeLessThan(report.exampleDesk.precisionAt1);
  });
});
