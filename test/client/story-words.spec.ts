import { describe, expect, it } from '@jest/globals';
import type { StoryScenario } from '../../client/src/story-data.js';
import { addressOf, forecasterLink } from '../../client/src/story-links.js';
import { firstInWords, scoreOfRecord, standInWords } from '../../client/src/story-words.js';

const open = { state: 'open', overdue: false, daysLeft: 12, deadline: '2026-06-30', outcome: null } as const;
const stands = (change: Partial<StoryScenario>) =>
  standInWords({ ...open, outcomeOn: null, lateOn: null, ...change } as StoryScenario).replace(
    /\u00a0/g,
    ' ',
  );
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('stories in words', () => {
  it.each<[string, Partial<StoryScenario>]>([
    ['Open: 12 days left', {}],
    ['Open: 1 day left', { daysLeft: 1 }],
    ['Open: today is the last day', { daysLeft: 0 }],
    ['Overdue by 3 days, awaiting evidence', { overdue: true, daysLeft: -3 }],
    ['Happened, 18 June 2026', { state: 'resolved', outcome: 'occurred', outcomeOn: '2026-06-18' }],
    ['Did not happen', { state: 'resolved', outcome: 'not_occurred' }],
    [
      'Did not happen, 30 June 2026 (occurred 12 days late)',
      { state: 'resolved', outcome: 'not_occurred', outcomeOn: '2026-06-30', lateOn: '2026-07-12' },
    ],
  ])('tell where a scenario stands: %s', (words, change) => expect(stands(change)).toBe(words));

  it.each([
    ['', 0.6, 0.6],
    [', first 40 %', 0.4, 0.6],
    [', first 40 %, stands no more', 0.4, null],
  ])('tell what was published where that is something else: “%s”', (words, first, now) =>
    expect(plain(firstInWords({ forecaster: null, first, now, archival: false }))).toBe(words),
  );

  it.each([
    ['Nothing scored yet', 0, null],
    ['9 forecasts scored, Brier score 0.250, too few to say much', 9, 0.25],
    ['10 forecasts scored, Brier score 0.250', 10, 0.25],
  ])('tell how much a record holds: %s', (words, n, brierScore) =>
    expect(plain(scoreOfRecord({ n, brierScore }))).toBe(words),
  );

  it('make addresses that leave out what is empty', () => {
    expect(addressOf('/events', { topic: undefined, standing: 'disputed' }, 'events')).toBe(
      '/events?standing=disputed#events',
    );
    expect(forecasterLink('zoë-x')).toBe('/forecasters/zo%C3%AB-x');
  });
});
