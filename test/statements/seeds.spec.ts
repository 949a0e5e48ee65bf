import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readBriefing } from '../../src/briefing-text/index.js';
import { lintStatement } from '../../src/statements/index.js';
import { sharedPath } from '../support/shared.js';

const path = sharedPath('seeds', '000_7e182553155bdba7.txt');
const reason = path ? '' : ' (skipped: the folder of seeds is not here)';

/** Each mark with the first and last of its words, as numbered in the statement: the sentences are not ours to copy. */
function marked(index: number): string[] {
  const { statement, premise, term } = readBriefing(readFileSync(path!, 'utf8')).scenarios[index]!;
  const context = { today: '2026-05-03', term: term ?? undefined, premise: premise ?? undefined };
  return lintStatement(statement, context).map(({ code, from, to }) => {
    const first = statement.slice(0, from).split(' ').length;
    return `${code} ${first}-${first + statement.slice(from, to).trim().split(/\s+/).length - 1}`;
  });
}

(path ? describe : describe.skip)(`The statements as a desk wrote them${reason}`, () => {
  it.each([
    [
      0,
      [
        'compound 4-5',
        'unmeasured 8-8',
        'interpretation 11-13',
        'interpretation 17-20',
        'unmeasured 23-23',
        'no_source 1-24',
      ],
    ],
    [1, ['hidden_premise 1-8', 'interpretation 9-15', 'unmeasured 18-18', 'no_source 1-27']],
    [2, ['interpretation 8-12', 'modal 14-14', 'compound 22-22', 'already_true 24-25', 'no_source 1-31']],
  ])('number %i is marked as an editor would', (index, marks) => {
    expect(marked(index)).toEqual(marks);
  });
});
