import { describe, expect, it } from '@jest/globals';
import { readBriefing } from '../../src/briefing-text/index.js';

function section(items: string) {
  return readBriefing(
    `Quarry\n3 May 2026\nOwners walk out\n\nA board sat.\n\nWhat could happen next?\n${items}`,
  );
}

const ONE = { kind: 'risk', term: 'short', probability: 0.4, statement: 'The pit would close.' };

describe('A scenario', () => {
  it.each([
    'Risk\nThe pit would close.\nShort term · 0.4',
    '• Risk\n\n  The pit would close.\n\n  Short term · 0.4',
    '•\nRisk\nThe pit would close.\nShort-term | 40%',
    '1. RISK\nThe pit would close.\nSHORT TERM – .4',
    'Risk: The pit would close. Short term · 0.4',
    'Risk: The pit would close (short term, 40 %).',
    'Risk: The pit would close. [Short term / 40 per cent]',
    'Risk (short term, 40%): The pit would close.',
    'Risk — Short-term — 40 %\nThe pit would close.',
    'Short-term risk (40%): The pit would close.',
    '- **Risk** · short · 0.4\n  The pit would close.',
    '**Risk** The pit would close. *Short term · 0.4*',
    '### Risk\n\nThe pit would close.\n\nTerm: Short\nProbability: 0.4',
    'Risk | Short | 0.4 | The pit would close.',
    'Risk\tThe pit would close.\tShort term\t0.4',
    'Risk\n[short term | 0.4] The pit would close.',
    '⚠️ Risk – short term – 0,4\nThe pit would close.',
    'The pit would close. (Risk, short term, 0.4)',
    '> Risk\n>\n> The pit would close.\n>\n> Short term, 0.4000',
    'Risk #1\r\nThe\u00a0pit would\u200b close.\r\nShort\u00a0term\u00a0·\u00a00.4',
    '<h3>Risk</h3><p>The pit would close.</p><p>Short term &middot; 0.4</p><br><p></p>',
  ])('is read from %j', (item) => {
    const { scenarios, refused } = section(item);
    expect(refused).toEqual([]);
    expect(scenarios).toEqual([expect.objectContaining(ONE)]);
  });

  it.each([
    ['Short term · 1.4', 'between 0 and 1'],
    ['Short term · 140%', 'between 0 and 1'],
    ['Short term · 82', '82 % is meant'],
    ['Short term · -0.2', 'negative'],
    ['Short term · 0.12345', 'four decimals'],
    ['Short term · 12.345%', 'four decimals'],
    ['Short term · high', 'not a probability'],
    ['Short term · 60–70%', 'not a probability'],
    ['Short term', 'no probability'],
    ['Short term · -5%', 'cannot be negative'],
    ['Short term -5%', 'cannot be negative'],
    ['Short term −5 %', 'cannot be negative'],
    ['Short term · –5%', 'cannot be negative'],
    ['Short term · 50.555%', 'four decimals'],
    ['0.4', 'no term'],
    ['', 'no term'],
    ['Near term · 0.4', 'not a known term'],
    ['Mid-term · 0.4', 'not a known term'],
    ['Next week · 0.4', 'not a known term'],
    ['Short term · 0.4 · 0.5', 'Two probabilities'],
  ])('stamped %j is refused, and blocks only itself', (stamp, reason) => {
    const { scenarios, refused } = section(
      `Risk\nThe mill would close.\n${stamp}\nOpportunity\nThe mill would open.\nMedium term · 0.3`,
    );
    expect(scenarios).toHaveLength(1);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.line).toBe(8);
    expect(refused[0]!.text).toContain('The mill would close.');
    expect(refused[0]!.reason).toContain(reason);
  });

  it('without a statement, or with one given before, is refused', () => {
    const { scenarios, refused } = section(
      'Risk\nShort term · 0.4\nRisk\nIt snows.\nLong term · 0.4\nConsequence\nIt snows.\nShort term · 0.2',
    );
    expect(scenarios).toHaveLength(1);
    expect(refused.map(({ reason }) => reason)).toEqual([
      'There is no statement.',
      'The same statement already stands in line 10.',
    ]);
  });

  it('is not begun by the words alone', () => {
    const prose =
      'Risk is priced in. Opportunity knocks.\n\nRisk-averse owners left.\n\nRisk: nobody pays. In the short term 0.4 is fair.\n\nConsequence\n\nNothing follows from it.';
    const { scenarios, refused, warnings } = readBriefing(
      `Quarry\n3 May 2026\nOwners leave\n\nA board sat.\n\n${prose}`,
    );
    expect([scenarios, refused]).toEqual([[], []]);
    expect(warnings.map(({ code }) => code)).toContain('no_scenarios');
  });

  it('keeps its paragraphs together, and leaves notes of the desk out', () => {
    const { scenarios, briefing } = section(
      'Our view, not yours.\n\nRisk\n\nThe pit would close.\n\nThe mill would follow.\n\nShort term · 0.4\n\nThese numbers may change.\n\nMethod\n\nWe vote.',
    );
    expect(scenarios.map(({ statement }) => statement)).toEqual([
      'The pit would close. The mill would follow.',
    ]);
    expect(briefing.sections.map(({ body }) => body)).toEqual([
      'Our view, not yours.\n\nThese numbers may change.',
      'We vote.',
    ]);
  });
});

describe('Emphasis', () => {
  it.each([
    ['*0*', '0'],
    ['**0**', '0'],
    ['_a_', 'a'],
    ['the *a* of it', 'the a of it'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a*b', 'a*b'],
  ])('of %j is %j', (text, words) => expect(readBriefing(`Headline: ${text}`).briefing.headline).toBe(words));
});
