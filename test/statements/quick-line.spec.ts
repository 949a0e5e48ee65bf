import { describe, expect, it } from '@jest/globals';
import { readQuickLine } from '../../src/statements/index.js';
import fc from '../support/fast-check.js';

const TODAY = '2026-11-20'; // a Friday
const read = (line: string) => readQuickLine(line, TODAY);

describe('a quick line', () => {
  it('is read whole: kind, statement, deadline, probability, topic', () => {
    expect(read('! supply shortage hits plant Y by end of Q1 2027 65% #energy')).toEqual({
      kind: 'risk',
      statement: 'supply shortage hits plant Y by end of Q1 2027',
      premise: null,
      probability: 0.65,
      probabilityDoubt: null,
      deadline: { day: '2027-03-31', phrase: 'by end of Q1 2027' },
      topic: 'energy',
      pieces: [
        { kind: 'kind', from: 0, to: 1, text: '!' },
        { kind: 'deadline', from: 31, to: 48, text: 'by end of Q1 2027' },
        { kind: 'probability', from: 49, to: 52, text: '65%' },
        { kind: 'topic', from: 53, to: 60, text: '#energy' },
      ],
    });
  });

  it.each([
    ['! it rains', 'risk'],
    ['+ it rains', 'opportunity'],
    ['>it rains', 'consequence'],
    ['it rains!', null],
  ])('%s → %s by its first character', (line, kind) => {
    expect(read(line)).toMatchObject({ kind, statement: line.replace(/^[!+>] ?/, '') });
  });

  it.each([
    ['by end of Q1 2027', '2027-03-31'],
    ['by the end of Q1 2027', '2027-03-31'],
    ['end of Q1 2027', '2027-03-31'],
    ['by q2 2027', '2027-06-30'],
    ['by end of Q1', '2027-03-31'],
    ['by Q4', '2026-12-31'],
    ['by end of year', '2026-12-31'],
    ['end of the year', '2026-12-31'],
    ['by year-end 2027', '2027-12-31'],
    ['by 2028', '2028-12-31'],
    ['before 2028', '2027-12-31'],
    ['mid-2027', '2027-06-30'],
    ['by mid-2027', '2027-06-30'],
    ['by June', '2027-06-30'],
    ['by june', '2027-06-30'],
    ['before June', '2027-05-31'],
    ['in may 2027', '2027-05-31'],
    ['by end of month', '2026-11-30'],
    ['by the end of next month', '2026-12-31'],
    ['by end of quarter', '2026-12-31'],
    ['before next quarter', '2026-12-31'],
    ['this week', '2026-11-22'],
    ['by end of next week', '2026-11-29'],
    ['by Wednesday', '2026-11-25'],
    ['tomorrow', '2026-11-21'],
    ['in 3 weeks', '2026-12-11'],
    ['within 30 days', '2026-12-20'],
    ['by 31 March 2027', '2027-03-31'],
    ['before 1 May', '2027-04-30'],
    ['by 31/3/2027', '2027-03-31'],
    ['on 2027-02-01', '2027-02-01'],
    ['in H2 2027', '2027-12-31'],
    ['by Christmas', '2026-12-25'],
  ])('“%s” means %s, and its words stay in the statement', (phrase, day) => {
    const read = readQuickLine(`! the port closes ${phrase} 40%`, TODAY);
    expect(read.deadline).toEqual({ day, phrase });
    expect(read).toMatchObject({ statement: `the port closes ${phrase}`, probability: 0.4 });
  });

  it('takes the last time that is named, and no time that only begins something', () => {
    expect(read('! the law of 2025 falls by June 2027 before the vote of 2028').deadline?.day).toBe(
      '2027-06-30',
    );
    expect(read('! the port has been shut since 2025 30%').deadline).toBeNull();
    expect(read('! they may march on 30%').deadline).toBeNull();
  });

  it.each([
    ['it rains 65%', 0.65],
    ['it rains 65 %', 0.65],
    ['65% it rains', 0.65],
    ['it rains 12.5%', 0.125],
    ['it rains 12,5 %', 0.125],
    ['prices rise 20% or more 65%', 0.65],
    ['it rains 65 percent', 0.65],
    ['it rains 0%', 0],
    ['it rains 100%', 1],
    ['it rains 50.55%', 0.5055],
    ['it rains 50.5500%', 0.5055],
    ['a strike-65%', 0.65],
  ])('%s gives %d', (line, probability) => {
    expect(read(line)).toMatchObject({ probability, probabilityDoubt: null });
  });

  it('leaves earlier percentages in the statement', () => {
    expect(read('! prices rise 20% or more 65%').statement).toBe('prices rise 20% or more');
  });

  it.each([
    ['it rains 0.65', [0.65, 0.0065]],
    ['it rains .65 #energy', [0.65, 0.0065]],
    ['it rains 0,65', [0.65, 0.0065]],
    ['it rains 0.65%', [0.65, 0.0065]],
    ['it rains 65', [0.65]],
    ['it rains 1.0', [1, 0.01]],
    ['it rains 165%', []],
    ['it rains -5%', []],
    ['it rains −5 %', []],
    ['it rains –5%', []],
    ['it rains -0.5', []],
    ['it rains 10-15%', []],
    ['it rains 10 %–15 %', []],
    ['it rains 50.555%', []],
    ['it rains 50,555 percent', []],
    ['it rains 50.55555555%', []],
    ['it rains 100.001%', []],
    ['it rains 0.12345', []],
    ['it rains 0.1234', [0.1234]],
    ['it rains 0.555%', [0.555]],
  ])('%s is asked about, never guessed', (line, candidates) => {
    const { probability, probabilityDoubt } = read(line);
    expect([probability, probabilityDoubt?.candidates]).toEqual([null, candidates]);
    expect(probabilityDoubt?.question).toMatch(/“.*”/);
  });

  it.each([
    'it rains',
    'the 737 lands',
    'the port closes by 2028',
    'it rains by 3.12.2027',
    'at 1.25 dollars it sells',
  ])('in “%s” there is no probability that is sure', (line) => {
    expect(read(line).probability).toBeNull();
  });

  it('keeps an opening “if” apart', () => {
    expect(read('! If the strait closes, oil passes 120 dollars by June 30%')).toMatchObject({
      premise: expect.stringMatching(/strait closes/),
      statement: expect.stringMatching(/^oil passes 120 dollars by June/i),
    });
  });

  it('loses no word, whatever is written', () => {
    const word = fc.constantFrom(
      '!',
      '+',
      '>',
      'oil',
      'May',
      'by',
      '0.65',
      '65%',
      '#energy',
      'Q1',
      '2027',
      'if',
      'of',
      '3',
      'weeks',
      ',',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const line = words.join(' ');
        const { pieces, statement, premise } = read(line);
        for (const { from, to, text } of pieces) expect(line.slice(from, to)).toBe(text);
        // The “if” that opens a premise is said by its being one.
        const condition = premise === null ? '' : `if ${premise}`;
        const kept = `${condition} ${statement} ${pieces.map(({ text }) => text).join(' ')}`.toLowerCase();
        for (const one of words) if (/\w/.test(one)) expect(kept).toContain(one.toLowerCase());
        if (premise !== null) expect(premise).toMatch(/\p{L}/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
