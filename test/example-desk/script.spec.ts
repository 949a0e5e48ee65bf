import { describe, expect, test } from '@jest/globals';
import { FORECASTERS, TOPICS, exampleDeskScript } from '../../src/example-desk/index.js';
import { addDays } from '../../src/days.js';
import { outcome, replay } from './replay.js';

const LAST_DAYS = ['2026-06-30', '2026-01-05', '2028-02-29', '2027-12-31'];
const script = exampleDeskScript('2026-06-30');
const desk = replay(script);
const scenarios = [...desk.scenarios.values()];

describe('the script of the example desk', () => {
  test('is the same for the same last day', () => {
    expect(exampleDeskScript('2026-06-30')).toEqual(script);
  });

  test.each(LAST_DAYS)('breaks no rule when it ends on %s', (endOn) => {
    expect(replay(exampleDeskScript(endOn)).refused).toEqual([]);
  });

  test.each(LAST_DAYS)('runs strictly forward, in working hours, and is over before %s begins', (endOn) => {
    const times = exampleDeskScript(endOn).map(({ at }) => at);
    expect(times.filter((at, index) => index > 0 && at <= (times[index - 1] ?? ''))).toEqual([]);
    expect(times.filter((at) => !/^\d{4}-\d\d-\d\dT(0[89]|1[0-7]):\d\d:\d\d\.000Z$/.test(at))).toEqual([]);
    expect((times.at(-1) ?? '') < endOn).toBe(true);
  });

  test('moves as a whole with its last day', () => {
    const later = exampleDeskScript('2026-07-07');
    expect(later).toHaveLength(script.length);
    expect(later.map(({ type, at }) => `${type} ${at.slice(11)}`)).toEqual(
      script.map(({ type, at }) => `${type} ${at.slice(11)}`),
    );
    expect(later[0]?.at.slice(0, 10)).toBe(addDays(script[0]?.at.slice(0, 10) ?? '', 7));
  });

  test('spans about two years', () => {
    expect((script[0]?.at ?? '').slice(0, 10)).toBe(addDays('2026-06-30', -723));
    expect((script.at(-1)?.at ?? '') >= '2026-06-20').toBe(true);
  });

  test('leaves no day of the calendar unfilled', () => {
    expect(script.filter((step) => JSON.stringify(step).match(/\{([+-]\d+|deadline)\}/))).toEqual([]);
  });
});

describe('the mix of the example desk', () => {
  const how = (...names: string[]) =>
    scenarios.filter(({ source }) => names.includes(source.then.how)).length;
  const final = (named: string) => scenarios.filter((s) => s.resolutions.at(-1)?.outcome === named).length;

  test('has seven topics, one of them with terms of its own, and about fifty briefings', () => {
    expect(TOPICS).toHaveLength(7);
    expect(TOPICS.filter(({ shortDays }) => shortDays !== undefined)).toHaveLength(1);
    expect(script.filter(({ type }) => type === 'briefing')).toHaveLength(49);
  });

  test('has about 150 scenarios, about 110 resolved, of which about two in five occurred', () => {
    expect(scenarios).toHaveLength(154);
    const resolved = scenarios.filter((scenario) => outcome(scenario));
    expect(resolved).toHaveLength(117);
    const share = resolved.filter((scenario) => outcome(scenario)?.occurred).length / resolved.length;
    expect(share).toBeGreaterThan(0.36);
    expect(share).toBeLessThan(0.46);
  });

  test('covers every kind and term', () => {
    const count = (key: 'kind' | 'term', value: string) =>
      scenarios.filter(({ source }) => source[key] === value).length;
    for (const kind of ['risk', 'opportunity', 'consequence'])
      expect(count('kind', kind)).toBeGreaterThan(40);
    expect(count('term', 'short')).toBeGreaterThan(80);
    expect(count('term', 'medium')).toBeGreaterThan(35);
    expect(count('term', 'long')).toBeGreaterThanOrEqual(4);
  });

  test('has annulled, overdue, late, corrected, reopened and impossible ones', () => {
    expect(final('annulled')).toBe(8);
    const reasons = scenarios.map((s) => s.resolutions.at(-1)?.annulment).filter((reason) => reason);
    expect(new Set(reasons).size).toBe(4);
    expect(how('late')).toBe(6);
    expect(how('corrected')).toBe(5);
    expect(how('reopened')).toBe(2);
    expect(how('impossible')).toBe(5);
    const overdue = scenarios.filter((s) => s.state === 'open' && s.deadline < '2026-06-30');
    expect(overdue).toHaveLength(6);
    expect(overdue.filter((s) => s.deferrals.length > 0)).toHaveLength(4);
  });

  test('has open ones, some of them due within the week', () => {
    const open = scenarios.filter((s) => s.state === 'open' && s.deadline >= '2026-06-30');
    expect(open).toHaveLength(23);
    expect(open.filter((s) => s.deadline <= '2026-07-07').length).toBeGreaterThanOrEqual(2);
  });

  test('has premises, judgements, withdrawals, criteria and rationales', () => {
    expect(scenarios.filter(({ source }) => source.premise !== undefined)).toHaveLength(12);
    expect(scenarios.filter((s) => s.resolutions.some(({ basis }) => basis === 'judged'))).toHaveLength(8);
    expect(scenarios.filter((s) => s.withdrawals.length > 0)).toHaveLength(4);
    expect(scenarios.filter((s) => s.criteria.length > 0)).toHaveLength(50);
    const rationales = scenarios.flatMap((s) => s.forecasts.flatMap(({ rationale }) => rationale ?? []));
    expect(rationales.length).toBeGreaterThan(40);
    expect(new Set(rationales).size).toBe(rationales.length);
  });

  test('has five forecasters, of whom two persons are public', () => {
    expect(FORECASTERS.map(({ kind }) => kind).sort()).toEqual([
      'desk',
      'model',
      'person',
      'person',
      'person',
    ]);
    expect(FORECASTERS.filter((f) => f.kind === 'person' && f.public)).toHaveLength(2);
  });

  test('gives each scenario one to four further forecasters, some of whom revise', () => {
    const others = scenarios.map(
      (s) => new Set(s.forecasts.map(({ forecaster }) => forecaster).filter((f) => f !== 'desk')).size,
    );
    expect(Math.min(...others)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...others)).toBeLessThanOrEqual(4);
    const revised = scenarios.filter((s) =>
      FORECASTERS.some(({ slug }) => s.forecasts.filter(({ forecaster }) => forecaster === slug).length > 1),
    );
    expect(revised.length).toBeGreaterThan(50);
  });

  test('takes every forecast down before the outcome day', () => {
    const tooLate = scenarios.flatMap((scenario) =>
      scenario.forecasts.filter(({ at }) => at.slice(0, 10) >= (outcome(scenario)?.on ?? '9999')),
    );
    expect(tooLate).toEqual([]);
  });
});
