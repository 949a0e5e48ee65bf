import { outcomeProbability } from './outcome-probability.js';
import { spansWithin } from './spans-within.js';
import type { CoveredScore, ScenarioWindow, Span } from './timeline.js';

/**
 * Baseline score of Metaculus for one forecaster and one scenario: how much better than always saying 50 %, over time. 100
 * is certain and right from the opening to the deadline, 0 is 50 % or silence, and the downside is deep: −1329 for
 * certain and wrong throughout (p clipped to [0.00005, 0.99995]; Metaculus itself takes no p outside [0.001, 0.999]).
 *
 *     score = Σ length · 100 (1 + log₂ p_y) / (deadline − opens),   coverage = Σ length / (deadline − opens)
 *
 * For one unchanging forecast that is 100 (1 + log₂ p_y) · coverage. The time after an early outcome belongs to the
 * denominator, so that an early "yes" is worth no more than a late "no".
 *
 * Source: Metaculus, https://www.metaculus.com/help/scores-faq/#baseline-score
 *
 * @returns score null and coverage 0 where no forecast stood while it was open.
 * @throws RangeError where the window or the spans are none (see `spansWithin`).
 * @example baselineScore({ opens: 0, closes: 10, deadline: 20, occurred: true }, [{ from: 0, to: 10, probabilityBp: 8000 }]) // => { score: 33.903595255631885, coverage: 0.5 }
 */
export function baselineScore(window: ScenarioWindow, spans: readonly Span[]): CoveredScore {
  const whole = window.deadline - window.opens;
  let covered = 0;
  let sum = 0;
  for (const { from, to, probabilityBp } of spansWithin(window, spans)) {
    covered += to - from;
    sum += (to - from) * 100 * (1 + Math.log2(outcomeProbability(probabilityBp, window.occurred)));
  }
  return covered === 0 ? { score: null, coverage: 0 } : { score: sum / whole, coverage: covered / whole };
}
