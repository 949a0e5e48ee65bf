import { peerScoresAt } from './peer-scores-at.js';
import { spansWithin } from './spans-within.js';
import type { CoveredScore, ScenarioWindow, Span } from './timeline.js';

/**
 * Peer scores of Metaculus for the forecasters of one scenario: at each instant everyone whose forecast stands is compared
 * with the others whose forecasts stand (`peerScoresAt`), and that is integrated over time.
 *
 *     score = Σ length · peer score of the interval / (deadline − opens)
 *
 * All scores of a scenario sum to 0. Time alone scores 0, and counts as covered.
 *
 * Source: Metaculus, https://www.metaculus.com/help/scores-faq/#peer-score
 *
 * @param forecasters the spans of each.
 * @returns one for each forecaster, in the same order; score null and coverage 0 for whose forecasts never stood.
 * @throws RangeError where the window or the spans are none (see `spansWithin`).
 * @example peerScores({ opens: 0, closes: 10, deadline: 10, occurred: false }, [[{ from: 0, to: 5, probabilityBp: 7000 }], []]) // => [{ score: 0, coverage: 0.5 }, { score: null, coverage: 0 }]
 */
export function peerScores(
  window: ScenarioWindow,
  forecasters: readonly (readonly Span[])[],
): CoveredScore[] {
  const all = forecasters.map((spans) => spansWithin(window, spans));
  const next = all.map(() => 0); // each one's first span that has not ended
  const sums = all.map(() => 0);
  const covered = all.map(() => 0);
  const moments = [...new Set(all.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (let i = 0; i + 1 < moments.length; i++) {
    const from = moments[i]!;
    const length = moments[i + 1]! - from;
    const active: number[] = [];
    const standing: number[] = [];
    for (const [who, spans] of all.entries()) {
      if (spans[next[who]!]?.to === from) next[who]! += 1;
      const span = spans[next[who]!];
      if (span === undefined || span.from > from) continue;
      active.push(who);
      standing.push(span.probabilityBp);
    }
    for (const [index, score] of peerScoresAt(standing, window.occurred).entries()) {
      sums[active[index]!]! += length * score;
      covered[active[index]!]! += length;
    }
  }
  const whole = window.deadline - window.opens;
  return all.map((spans, who) =>
    spans.length === 0
      ? { score: null, coverage: 0 }
      : { score: sums[who]! / whole, coverage: covered[who]! / whole },
  );
}
