import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { lintStatement, proposeEdgeCases } from '../../src/statements/index.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What the README makes of three statements of a briefing of 3 May 2026. */
const JUDGEABLE = [
  {
    premise: 'If Moscow and Kyiv both announce a pause of 72 hours around 9 May 2026',
    statement:
      "Russia fires more drones and missiles at Ukraine in the seven days after the pause than in the seven days before it, by the Ukrainian air force's count.",
    criteria:
      'The daily figures of the Ukrainian air force, added up; the pause begins on the first day that both name.',
    deadline: '2026-08-01',
  },
  {
    premise: 'If neither defence ministry reports an attack by the other for 72 hours in May 2026',
    statement: 'Russia and Ukraine sign a ceasefire of at least 30 days that names who monitors it.',
    criteria: 'The signed text, published by either government or by the United Nations.',
    deadline: '2027-05-03',
  },
  {
    premise: undefined,
    statement:
      'The Kremlin says that the President of the United States backs a pause that Russia has announced and that Ukraine has not agreed to.',
    criteria:
      "A statement or a transcript on the Kremlin's site; that Ukraine has not agreed, by its foreign ministry.",
    deadline: '2027-05-03',
  },
];

it.each(JUDGEABLE)('can be judged: $statement', ({ statement, ...context }) => {
  expect(lintStatement(statement, { today: '2026-05-03', ...context })).toEqual([]);
  expect(proposeEdgeCases(statement, { today: '2026-05-03', ...context })).toHaveLength(5);
});

it('stands in the README as it is tried here', () => {
  for (const { statement, premise } of JUDGEABLE) {
    expect(readme).toContain(`“${statement}”`);
    if (premise) expect(readme).toContain(premise);
  }
});
