import { describe, expect, it } from '@jest/globals';
import { proposeEdgeCases } from '../../src/statements/index.js';
import { DEVELOPMENT } from '../../bench/lint/development.js';
import { HELD_OUT } from '../../bench/lint/held-out.js';
import { TODAY } from '../../bench/lint/labelled.js';
import fc from '../support/fast-check.js';

const ALL = [...DEVELOPMENT, ...HELD_OUT];
const context = { today: TODAY, deadline: '2027-06-30' };
const cases = (statement: string, answered: string[] = []) =>
  proposeEdgeCases(statement, { ...context, answered }).map((row) => row.case);

describe('Edge cases are taken from the parts of the statement', () => {
  it.each([
    ['The truce holds for 72 hours.', 'just short: 69 of the 72 hours'],
    ['A 72-hour pause holds in Sumy.', 'just short: 69 of the 72 hours'],
    ['The truce holds for 72 hours.', '72 hours in all, with a break in between'],
    ['At least ten ships pass in a week.', 'just short: nine of ten ships'],
    ['Prices rise above 4.5 % in May.', 'exactly 4.5 %: not above it'],
    ['More than 1,000 people are evacuated.', 'exactly 1,000 people'],
    ['The party wins at least five of the seven seats.', 'just short: four instead of five'],
    ['Iran and Oman sign a treaty.', 'only one of the two: Iran without Oman'],
    ['Iran and Oman sign a treaty.', 'agreed in words, but not signed'],
    ['Fiji signs the pact and Tonga leaves it.', 'the first without the second: Fiji signs the pact'],
    ['Fiji signs the pact and Tonga leaves it.', 'the second without the first: Tonga leaves it'],
    ['The Bank of Ghana cuts its rate.', 'decided by the deadline, in force only after it'],
    ['The Bank of Ghana cuts its rate.', 'someone else acts in the place of the Bank of Ghana'],
    ['The vote sets a precedent.', 'a commentator writes “sets a precedent”, and nobody acts on it'],
    ['It breaks.', 'a day after the deadline, on 1 July 2027'],
    ['It breaks.', 'only one outlet reports it, and nobody confirms it'],
  ])('%s → %s', (statement, expected) => {
    expect(cases(statement)).toContain(expected);
  });

  it('the figure first, where there is one', () => {
    expect(cases('Iran and Oman hold fire for 48 hours.')[0]).toBe('just short: 46 of the 48 hours');
  });

  it("the day after is of the statement's own end where no deadline is given", () => {
    const found = proposeEdgeCases('It breaks by mid-2027.', { today: TODAY });
    expect(found).toContainEqual({ case: 'a day after the deadline, on 1 July 2027' });
  });

  it.each([
    ['in the same words', 'a day after the deadline, on 1 July 2027'],
    ['in other words', 'two days late'],
  ])('what the criteria answer %s is not asked again', (_, answer) => {
    expect(cases('It breaks.', [answer]).some((words) => words.startsWith('a day after'))).toBe(false);
  });
});

describe('Whatever is written', () => {
  const text = fc.oneof(
    fc.constantFrom(...ALL.map(({ statement }) => statement)),
    fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...ALL.flatMap(({ statement }) => statement.split(' '))), {
        minLength: 1,
        maxLength: 60,
      })
      .map((words) => words.join(' ')),
  );

  it('there are five, all different, of 120 characters at most, and the same each time', () => {
    fc.assert(
      fc.property(text, (statement) => {
        const found = cases(statement);
        expect(found).toHaveLength(5);
        expect(new Set(found).size).toBe(5);
        for (const words of found) expect(words.length > 0 && words.length <= 120).toBe(true);
        expect(cases(statement)).toEqual(found);
      }),
    );
  });

  it('there are five others once they are answered, again and again', () => {
    fc.assert(
      fc.property(text, (statement) => {
        const answered: string[] = [];
        for (let round = 0; round < 5; round++) {
          const found = cases(statement, answered);
          expect(found).toHaveLength(5);
          expect(found.filter((words) => answered.includes(words))).toEqual([]);
          answered.push(...found);
        }
      }),
      { numRuns: 40 },
    );
  });
});
