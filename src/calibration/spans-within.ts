import { bpToProbability } from './bp-to-probability.js';
import type { ScenarioWindow, Span } from './timeline.js';

/**
 * One forecaster's spans, checked, in order of time and cut to the time that is scored: from `opens` to `closes`. What was
 * said before the opening counts from the opening; what was said after the close does not count.
 *
 * @returns the parts that are not empty, by rising time.
 * @throws RangeError where the window does not have finite opens ≤ closes ≤ deadline, a span runs backwards, two overlap
 * (one forecaster says one thing at a time), or a probability is not an integer from 0 to 10000.
 * @example spansWithin({ opens: 5, closes: 15, deadline: 15, occurred: true }, [{ from: 0, to: 10, probabilityBp: 3000 }]) // => [{ from: 5, to: 10, probabilityBp: 3000 }]
 */
export function spansWithin(window: ScenarioWindow, spans: readonly Span[]): Span[] {
  const { opens, closes, deadline } = window;
  if (!(Number.isFinite(opens) && opens <= closes && closes <= deadline && deadline < Infinity)) {
    throw new RangeError(`no time to score: opens ${opens}, closes ${closes}, deadline ${deadline}`);
  }
  const inOrder = [...spans].sort((a, b) => a.from - b.from || a.to - b.to);
  let end = -Infinity;
  for (const { from, to, probabilityBp } of inOrder) {
    if (!(from <= to)) throw new RangeError(`a span runs forwards, not from ${from} to ${to}`);
    if (from < end) throw new RangeError(`two spans of one forecaster overlap, at ${from}`);
    bpToProbability(probabilityBp);
    end = to;
  }
  return inOrder
    .map((span) => ({ ...span, from: Math.max(span.from, opens), to: Math.min(span.to, closes) }))
    .filter(({ from, to }) => from < to);
}
