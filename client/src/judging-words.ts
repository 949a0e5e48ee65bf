/** How it was judged, in words. */
import type { Doubt, Resolution, Scenario } from './data.js';
import type { Agreement } from './page-data.js';
import { edgeCaseInWords } from './ground-words.js';
import { day, grouped, OUTCOME_WORDS, percent, range } from './words.js';

export const DOUBT_WORDS: Record<Doubt, string> = {
  event_retracted: 'an event that it rests on was retracted',
  event_redated: 'an event that it rests on has another date',
  reread_disagreed: 'somebody who judged it again, not told the outcome, came to another',
};

/** How well judging repeats itself, or null where nothing was judged twice. */
export function agreementInWords({ read, agreed, share, interval }: Agreement): string | null {
  const { level, low, high } = interval;
  if (share === null || low === null || high === null) return null;
  return (
    `Judged again by somebody who was not told the outcome: ${grouped(agreed)} of ${grouped(read)} agreed ` +
    `(${percent(share)}; ${percent(level)} range ${range({ low, high })}).`
  );
}

/** What a careful reader should know about how it was judged. */
export function flagsOf(resolution: Resolution, scenario: Scenario): string[] {
  const { afterOutcomeKnown, onUnconfirmed, selfResolved, forecastsShown, rereads } = resolution;
  return [
    edgeCaseInWords(resolution, scenario) ?? '',
    afterOutcomeKnown ? 'Annulled after the outcome was known.' : '',
    onUnconfirmed ? 'Rests on an event that was not confirmed.' : '',
    selfResolved ? 'Judged by somebody who had made a forecast on it.' : '',
    forecastsShown === true ? 'Judged by somebody who had asked to see the forecasts first.' : '',
    forecastsShown === false ? 'Judged from the queue, which hides the forecasts.' : '',
    ...rereads.map(
      ({ outcome, agreed, recordedAt }) =>
        `Judged again on ${day(recordedAt)} by somebody who was not told the outcome, who ` +
        (agreed ? 'agreed.' : `came to another: ${OUTCOME_WORDS[outcome].toLowerCase()}.`),
    ),
  ].filter(Boolean);
}
