import { describe, expect, it } from '@jest/globals';
import { conflictingClaims, readArticle } from '../../src/briefing-text/index.js';

const GAZETTE = `Ministers settle the ferry row

Published: Wednesday 14 January 2026

Transport minister Elin Aas met both bidders on Tuesday. The meeting, which began at 10 a.m., lasted 90 minutes.
Aas told reporters on 12 January that a deal was near. About 300 passengers were stranded.`;
const POST = `The ministry and two ferry lines spoke for more than two hours in a meeting on 13 January 2026, the ministry said.
The meeting started at 10:00 am. Some 450 passengers were stranded.
The post Ferry row settled first appeared on Harbour Post.`;

describe('An article', () => {
  it('gives a headline, an outlet where it names one, days and actors', () => {
    const reading = readArticle(GAZETTE);
    expect(reading.headline).toBe('Ministers settle the ferry row');
    expect(readArticle(POST).outlet).toBe('Harbour Post');
    expect(reading.candidates.map(({ words, day }) => [words, day])).toEqual([
      ['on Tuesday', '2026-01-13'],
      ['12 January', '2026-01-12'],
    ]);
    expect(reading.sentences.find(({ days }) => days.includes('2026-01-12'))?.actors).toContain('Aas');
  });

  it('leaves a weekday without a day where its own day is unknown', () => {
    const [candidate] = readArticle('The board met on Tuesday.').candidates;
    expect(candidate).toEqual({ day: null, words: 'on Tuesday', sentence: 'The board met on Tuesday.' });
    expect(readArticle('The board met on Tuesday.', { publishedOn: '2026-01-14' }).candidates[0]!.day).toBe(
      '2026-01-13',
    );
  });

  it('gives claims that can be set against those of others, and nobody is chosen', () => {
    const conflicts = conflictingClaims([
      { outlet: 'Gazette', reading: readArticle(GAZETTE) },
      { outlet: 'Post', reading: readArticle(POST) },
    ]);
    expect(
      conflicts.map(({ about, accounts }) => [
        about,
        accounts.map(({ outlet, value }) => `${outlet}: ${value}`),
      ]),
    ).toEqual([
      ['length of the meeting', ['Gazette: 90 minutes', 'Post: more than two hours']],
      [
        'number of passengers stranded',
        ['Gazette: About 300 passengers were stranded', 'Post: Some 450 passengers were stranded'],
      ],
    ]);
  });

  it('finds no conflict where accounts agree in other words', () => {
    const of = (text: string) => ({ outlet: text, reading: readArticle(text) });
    expect(
      conflictingClaims([of('The call lasted two hours.'), of('They spoke for 120 minutes on the call.')]),
    ).toEqual([]);
  });
});
