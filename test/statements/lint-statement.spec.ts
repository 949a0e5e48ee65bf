import { describe, expect, it } from '@jest/globals';
import { LINT_CODES, lintStatement } from '../../src/statements/index.js';
import { DEVELOPMENT } from '../../bench/lint/development.js';
import { HELD_OUT } from '../../bench/lint/held-out.js';
import { TODAY } from '../../bench/lint/labelled.js';
import { measure } from '../../bench/lint/measure.js';
import fc from '../support/fast-check.js';

const ALL = [...DEVELOPMENT, ...HELD_OUT];

describe('On statements labelled by hand', () => {
  it.each(measure(ALL).figures)(
    '$code is right nine times in ten and finds four in five',
    ({ labels, precision, recall }) => {
      expect(labels).toBeGreaterThanOrEqual(10);
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.8);
    },
  );

  it('about half of which are well made, and a part held out', () => {
    const { statements, clean } = measure(ALL);
    expect(statements).toBeGreaterThanOrEqual(160);
    expect(clean / statements).toBeGreaterThan(0.4);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ALL.map(({ statement }) => statement)).size).toBe(statements);
  });
});

describe('A fix is the whole statement rewritten', () => {
  it.each([
    ['Chad may leave the pact.', 'Chad will leave the pact.'],
    ['The club risks losing its licence.', 'The club will lose its licence.'],
    ['The army continues to hold the bridge.', 'The army ceases to hold the bridge.'],
    ['The pass remains closed to lorries.', 'The pass is no longer closed to lorries.'],
    ['Fiji signs the pact and Tonga leaves it.', 'Fiji signs the pact.\nTonga leaves it.'],
    ['The bank cuts its rate and sells bonds.', 'The bank cuts its rate.\nThe bank sells bonds.'],
    ['A successful trial would open the market.', 'If a trial succeeds, it will open the market.'],
    ['Renewed shelling of Sumy would halt trains.', 'If shelling of Sumy begins again, it will halt trains.'],
    ['Without a deal, the port closes.', 'If there is no deal, the port closes.'],
    ['Sanctions on Mali are lifted.', 'Sanctions on Mali are lifted by [whom?].'],
    ['The rouble falls sharply.', 'The rouble falls [by how much?].'],
  ])('%s', (statement, fix) => {
    const [mark] = lintStatement(statement, { today: TODAY, term: 'short', criteria: 'Reuters reports it.' });
    expect(mark?.fix).toBe(fix);
  });

  it('and an earlier day is offered as the deadline beside it', () => {
    const context = { today: TODAY, deadline: '2027-11-20', criteria: 'Reuters reports it.' };
    expect(lintStatement('Mali leaves the bloc by mid-2027.', context)).toEqual([
      {
        code: 'date_before_deadline',
        ...{ from: 21, to: 32, deadline: '2027-06-30', fix: 'Mali leaves the bloc by 30 June 2027.' },
        reason: expect.stringContaining('30 June 2027'),
      },
    ]);
  });
});

describe('Whatever is written', () => {
  const words = fc.constantFrom(...ALL.flatMap(({ statement }) => statement.split(' ')));
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
    fc.array(words, { minLength: 1, maxLength: 40 }).map((some) => some.join(' ')),
  );

  it('marks lie within the text, in order, with a reason, and no code twice on the same words', () => {
    fc.assert(
      fc.property(text, (statement) => {
        const marks = lintStatement(statement, { today: TODAY });
        for (const { code, from, to, reason, fix } of marks) {
          expect(LINT_CODES).toContain(code);
          expect(0 <= from && from < to && to <= statement.length).toBe(true);
          expect(reason).not.toBe('');
          expect(fix).not.toBe(statement);
        }
        const keys = marks.map(({ code, from }) => `${code} ${from}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(lintStatement(statement, { today: TODAY })).toEqual(marks);
      }),
    );
  });

  it('the longest statement that is taken is read in little time', () => {
    const all = ALL.map(({ statement }) => statement).join(' ');
    const hard = [all, 'a ', 'A successful ', 'The tensions rise and ', 'in which it has the '];
    const start = performance.now();
    for (const one of hard)
      lintStatement(one.repeat(Math.ceil(4000 / one.length)).slice(0, 4000), { today: TODAY });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
