import { describe, expect, it } from '@jest/globals';
import { LINT_CODES, RULES } from '../../src/statements/index.js';
import { readStatement } from '../../src/statements/reading.js';
import { TODAY } from '../../bench/lint/labelled.js';

/** A day is given only where the mark is about it. */
const contextOf = (code: string) => ({
  today: TODAY,
  ...(code === 'date_before_deadline' && { deadline: '2027-12-31' }),
});

describe.each(RULES.map((rule, i) => [`${rule.code}, row ${i + 1}`, rule] as const))('%s', (_, rule) => {
  const found = (statement: string) => rule.find(readStatement(statement, contextOf(rule.code)));

  it.each(rule.examples.map(([statement, words]) => [words || 'all', statement, words] as const))(
    'marks “%s” in: %s',
    (_words, statement, words) => {
      expect(found(statement).map((one) => one.words)).toEqual([words || statement]);
    },
  );

  it.each(rule.examples)('has a reason, and a fix that differs, for: %s', (statement) => {
    const reading = readStatement(statement, contextOf(rule.code));
    for (const one of rule.find(reading)) {
      expect(rule.reason(one, reading)).toMatch(/^[\p{Lu}“].*[.]$/u);
      expect(rule.fix?.(one, reading) ?? '').not.toBe(statement);
    }
  });

  it.each(rule.nearMisses)('leaves alone: %s', (statement) => {
    expect(found(statement)).toEqual([]);
  });
});

it('has a row for every code', () => {
  expect(new Set(RULES.map(({ code }) => code))).toEqual(new Set(LINT_CODES));
});
