import { describe, expect, it } from '@jest/globals';
import { splitPremise } from '../../src/briefing-text/index.js';

describe('A premise is split off a statement', () => {
  it.each([
    ['If the pit shuts, the mill would close.', 'the pit shuts', 'The mill would close.'],
    ['If the pit shuts, then the mill would close.', 'the pit shuts', 'The mill would close.'],
    ['Should the pit shut, prices would rise.', 'the pit shut', 'Prices would rise.'],
    ['Unless the pit opens, prices would rise.', 'unless the pit opens', 'Prices would rise.'],
    ['Provided that rain falls, the lake fills.', 'rain falls', 'The lake fills.'],
    ['Assuming rain falls, the lake would fill.', 'rain falls', 'The lake would fill.'],
    ['If approved, the plan would start.', 'approved', 'The plan would start.'],
    [
      'If the board, which sits on Monday, votes no, the mill would close.',
      'the board, which sits on Monday, votes no',
      'The mill would close.',
    ],
    [
      'If the chair, Oda Brenning, resigns, the vote would be void.',
      'the chair, Oda Brenning, resigns',
      'The vote would be void.',
    ],
    [
      'If Orrin, Tarn and Ness agree, the quota would hold.',
      'Orrin, Tarn and Ness agree',
      'The quota would hold.',
    ],
    [
      'If Orrin, Tarn and Ness agree, the treaty enters into force.',
      'Orrin, Tarn and Ness agree',
      'The treaty enters into force.',
    ],
    [
      'If more than 1,000 people sign, the council must vote.',
      'more than 1,000 people sign',
      'The council must vote.',
    ],
    ['If it holds past 1 June, 2026, trains would run.', 'it holds past 1 June, 2026', 'Trains would run.'],
  ])('%s', (statement, premise, rest) => {
    expect(splitPremise(statement)).toMatchObject({ premise, statement: rest });
  });

  it.each([
    'The mill would close if the pit shuts, and soon.',
    'If so, the mill would close.',
    'If the pit shuts the mill would close.',
    'Even if rain falls, the lake would not fill.',
    'If ! !, ports would close.',
    '',
  ])('only where it stands first and ends: %s', (statement) => {
    expect(splitPremise(statement)).toMatchObject({ premise: null, statement });
  });
});
