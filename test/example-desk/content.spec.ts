import { describe, expect, test } from '@jest/globals';
import { TOPICS, exampleDeskScript } from '../../src/example-desk/index.js';
import { briefingText, scenarioSentence } from '../../src/example-desk/briefing-text.js';
import { dayInWords, fillDays } from '../../src/example-desk/days.js';
import { randomFor } from '../../src/example-desk/random.js';

const scenarios = TOPICS.flatMap(({ briefings }) => briefings.flatMap((briefing) => briefing.scenarios));
const REAL_NAMES =
  'Russia Ukraine Moscow Kyiv Putin Trump Zelenskyy Biden Iran Tehran Israel Hormuz China Beijing Taiwan America Washington Europe ' +
  'European Brussels Germany Berlin France Paris Britain London England Scotland Ireland Norway Oslo Sweden Italy Rome Spain ' +
  'Switzerland Gotthard India Japan Reuters Bloomberg BBC CNN NATO UEFA FIFA Bundesliga Starlink SpaceX Eutelsat ECB Euro dollar';

describe('what the example desk writes', () => {
  test('says nothing twice', () => {
    for (const texts of [
      scenarios.map(({ statement }) => statement.toLowerCase()),
      TOPICS.flatMap(({ briefings }) => briefings.map(({ headline }) => headline)),
      TOPICS.flatMap(({ briefings }) => briefings.map(({ ref }) => ref)),
    ])
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  test('is of an invented world', () => {
    const all = JSON.stringify([TOPICS, exampleDeskScript('2026-06-30')]);
    expect(REAL_NAMES.split(' ').filter((name) => new RegExp(`\\b${name}\\b`).test(all))).toEqual([]);
    expect(all.match(/https?:\/\/(?![a-z0-9-]+\.example\/)/g)).toBeNull();
  });

  test('has statements that end in a full stop and start with no word of the format', () => {
    for (const { statement, premise } of scenarios) {
      expect(statement).toMatch(/[^.]\.$/);
      expect(statement).not.toMatch(/^(risk|opportunity|consequence|short|medium|long|if|update)\b/i);
      if (premise === undefined) expect(statement).toMatch(/^[A-Z]/);
      else expect(premise).not.toMatch(/[.,]/);
    }
  });

  test('says probabilities to the hundredth', () => {
    for (const { probability } of scenarios) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(Number(probability.toFixed(2))).toBe(probability);
    }
  });

  test('tells each story in the order of its days and editions', () => {
    for (const { briefings } of TOPICS) {
      const days = briefings.map(({ day }) => day);
      const editions = briefings.map(({ edition }) => edition.number);
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(editions).toEqual([...editions].sort((a, b) => a - b));
    }
  });
});

describe('briefingText', () => {
  const topic = TOPICS.find(({ slug }) => slug === 'sundal-central-bank');
  const briefing = topic?.briefings.find(({ ref }) => ref === 'bank-7');
  if (topic === undefined || briefing === undefined) throw new Error('The story of the bank is missing');
  const lines = briefingText(topic, briefing, '2026-02-19', '09:56').split('\n');

  test('opens with topic, day, headline and standfirst', () => {
    const first = lines.filter((line) => line !== '').slice(0, 8);
    expect(first).toEqual([
      topic.title,
      '19FEB',
      briefing.headline,
      '1 min read',
      '09:56UTC',
      briefing.standfirst,
      'LegalDeveloping',
      'Key takeaway',
    ]);
  });

  test('gives each scenario its kind, its sentence, its term and its probability', () => {
    const start = lines.indexOf('What could happen next?');
    expect(lines.slice(start + 1, start + 6)).toEqual([
      '  • Risk',
      '',
      '    The court will declare the vouchers unlawful.',
      '',
      '    Short term · 0.81',
    ]);
  });

  test('puts a premise first and works the deadline out', () => {
    const scenario = briefing.scenarios[1];
    if (scenario === undefined) throw new Error('The second scenario is missing');
    expect(scenarioSentence(topic, scenario, '2026-02-19')).toBe(
      'If the court declares the vouchers unlawful, vouchers will be redeemed in orles, at least in part, before 20 May 2026.',
    );
  });

  test('ends with edition and a source line that has the full date', () => {
    expect(lines).toContain('Update #22 · A coffee and a hundred-voucher');
    expect(lines).toContain('Union Record / Ansbrough Financial· 19 February 2026');
  });
});

describe('the calendar and the generator', () => {
  test('fills offsets in, with the year only where it lies ahead', () => {
    expect(fillDays('since {-2}, by {+30}, at the latest {deadline}', '2026-05-03', '2026-08-01')).toBe(
      'since 1 May, by 2 June 2026, at the latest 1 August 2026',
    );
    expect(dayInWords('2024-02-29')).toBe('29 February 2024');
  });

  test('draws the same for the same key and stays within its bounds', () => {
    const [a, b] = [randomFor('key'), randomFor('key')];
    for (let i = 0; i < 1000; i++) {
      const unit = a.unit();
      expect(b.unit()).toBe(unit);
      expect(unit).toBeGreaterThanOrEqual(0);
      expect(unit).toBeLessThan(1);
    }
    expect(randomFor('another').unit()).not.toBe(randomFor('key').unit());
    const rolls = Array.from({ length: 200 }, () => a.between(1, 6));
    expect([...new Set(rolls)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('has a Beta distribution with the right mean', () => {
    const random = randomFor('beta');
    const draws = Array.from({ length: 20_000 }, () => random.beta(2, 1));
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(2 / 3, 2);
  });
});
