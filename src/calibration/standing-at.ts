import { bpToProbability } from './bp-to-probability.js';
import type { Span } from './timeline.js';

/**
 * The probabilities that stand at one time, one for each forecaster who then has one, the longest unchanged first: what the
 * functions that make one forecast of several take.
 *
 * @param forecasters the spans of each, by rising time. Two that began at one time stand in the order of their forecasters.
 * @returns probabilities 0..1; none where nobody's forecast stands.
 * @throws RangeError where a probability is not an integer from 0 to 10000.
 * @example standingAt([[{ from: 4, to: 9, probabilityBp: 6000 }], [{ from: 0, to: 7, probabilityBp: 2000 }]], 5) // => [0.2, 0.6]
 */
export function standingAt(forecasters: readonly (readonly Span[])[], time: number): number[] {
  return forecasters
    .flatMap((spans) => spans.filter(({ from, to }) => from <= time && time < to))
    .sort((a, b) => a.from - b.from)
    .map(({ probabilityBp }) => bpToProbability(probabilityBp));
}
