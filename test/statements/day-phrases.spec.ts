import { describe, expect, it } from '@jest/globals';
import { findDayPhrases } from '../../src/statements/index.js';
import { TODAY } from '../../bench/lint/labelled.js';
import fc from '../support/fast-check.js';

const ends = (words: string) => findDayPhrases(`It occurs ${words}.`, TODAY).map((phrase) => phrase.ends);

describe(`On ${TODAY}, what is said to occur`, () => {
  it.each([
    ['by 31 March 2027', '2027-03-31'],
    ['by March 31, 2027', '2027-03-31'],
    ['by 2027-03-31', '2027-03-31'],
    ['on 15 April', '2027-04-15'],
    ['on 21 November', '2026-11-21'],
    ['before 1 May 2027', '2027-04-30'],
    ['no later than 15 March 2027', '2027-03-15'],
    ['by June', '2027-06-30'],
    ['before June', '2027-05-31'],
    ['by November', '2026-11-30'],
    ['in May 2027', '2027-05-31'],
    ['at its June meeting', '2027-06-30'],
    ['by mid-February', '2027-02-15'],
    ['by mid-2027', '2027-06-30'],
    ['by the end of Q1 2027', '2027-03-31'],
    ['in the third quarter of 2027', '2027-09-30'],
    ['in the first half of 2027', '2027-06-30'],
    ['by H2 2027', '2027-12-31'],
    ['by 2028', '2028-12-31'],
    ['before 2028', '2027-12-31'],
    ['by the end of 2027', '2027-12-31'],
    ['by year-end', '2026-12-31'],
    ['by the end of next year', '2027-12-31'],
    ['before Christmas 2026', '2026-12-24'],
    ['within 30 days', '2026-12-20'],
    ['in the next two weeks', '2026-12-04'],
  ])('%s ends on %s', (words, day) => {
    expect(ends(words)).toEqual([day]);
  });

  it.each(['after 1 March 2027', 'since 2025', 'more often than in 2025 and from May', 'for May 2027'])(
    '%s has no end',
    (words) => {
      expect(ends(words).filter((day) => day !== null && day > TODAY)).toEqual([]);
    },
  );

  it.each([
    ['a verb', 'as the army may march on'],
    ['a name', 'in the view of Theresa May'],
    ['a figure', 'for 2,027 times'],
    ['a duration', 'for 30 days'],
    ['a type', 'on a Boeing 737'],
    ['a day that is none', 'by 2027-02-30'],
  ])('%s names no time: %s', (_, words) => {
    expect(findDayPhrases(`It occurs ${words}.`, TODAY)).toEqual([]);
  });

  it('whatever is written, each phrase lies in the text and its last day is no earlier than its first', () => {
    const word = fc.constantFrom(
      'by',
      'before',
      'in',
      'May',
      'mid-',
      '2027',
      'Q4',
      'the',
      'end of',
      '31',
      'Feb',
      'next year',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        let behind = 0;
        for (const { from, to, first, last } of findDayPhrases(text, TODAY)) {
          expect(from >= behind && from < to && to <= text.length && first <= last).toBe(true);
          behind = to;
        }
      }),
    );
  });
});
