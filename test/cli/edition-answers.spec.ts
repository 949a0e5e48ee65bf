import { describe, expect, it } from '@jest/globals';
import { answersOf, askAnswers } from '../../src/cli/edition-answers.js';
import type { EditionRow } from '../../src/cli/edition-table.js';

const row = (number: number, standing: EditionRow['standing'], id: string | null): EditionRow => ({
  ...{ number, standing, id, was: null, now: null, note: null },
});
const ROWS = [
  row(1, 'unchanged', 'a'),
  row(2, 'reworded', 'b'),
  row(3, 'reworded', 'c'),
  row(4, 'dropped', 'd'),
];

/** Somebody who gives these answers, one after the other. */
const someone = (...answers: string[]) => {
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(answers[asked.length - 1]!);
  };
  return { ask, asked };
};

describe('asked at the terminal', () => {
  it('each reworded and each dropped scenario is asked for, again where the answer is none', async () => {
    const { ask, asked } = someone('s', 'maybe', 'n', ' overtaken ');
    expect(await askAnswers(ROWS, false, ask)).toEqual({
      choices: [
        { scenario: 'b', as: 'clarified' },
        { scenario: 'c', as: 'changed' },
      ],
      dropped: [{ scenario: 'd', why: 'overtaken' }],
    });
    expect(asked.map((question) => question.slice(0, 5))).toEqual(['Row 2', 'Row 3', 'Row 3', 'Row 4']);
  });

  it('an empty answer is no reason, and q stops', async () => {
    expect(await askAnswers(ROWS.slice(3), false, someone('').ask)).toMatchObject({
      dropped: [{ why: null }],
    });
    for (const answers of [['q'], ['s', 'q'], ['s', 's', 'q']])
      expect(await askAnswers(ROWS, false, someone(...answers).ask)).toBeNull();
  });

  it('another text of the same briefing is asked for too', async () => {
    expect(await askAnswers([ROWS[0]!], true, someone('n').ask)).toBeNull();
    expect(await askAnswers([ROWS[0]!], true, someone('y').ask)).toEqual({ choices: [], dropped: [] });
  });
});

describe('answered by the numbers of rows', () => {
  it('takes a reason after a colon', () => {
    expect(answersOf({ clarified: ['2'], new: ['3'], dropped: ['4: overtaken: by far'] }, ROWS)).toEqual({
      choices: [
        { scenario: 'b', as: 'clarified' },
        { scenario: 'c', as: 'changed' },
      ],
      dropped: [{ scenario: 'd', why: 'overtaken: by far' }],
    });
    expect(answersOf({ dropped: ['4'] }, ROWS).dropped).toEqual([{ scenario: 'd', why: null }]);
  });

  it.each([[{ clarified: ['1'] }], [{ new: ['9'] }], [{ dropped: ['two'] }], [{ dropped: ['2: no'] }]])(
    'refuses %j',
    (options) => {
      expect(() => answersOf(options, ROWS)).toThrow(/--dry-run shows the rows/);
    },
  );
});
