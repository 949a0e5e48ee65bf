import { quantileOfSorted } from './quantile-of-sorted.js';
import { spansWithin } from './spans-within.js';
import type { ScenarioWindow, Span } from './timeline.js';

/** The crowd's median while it stood. */
export interface MedianSpan {
  readonly from: number;
  readonly to: number;
  /** In ten-thousandths, halves among them. */
  readonly medianBp: number;
  /** Places, in the list of forecasters, of those who had a part in no earlier span. */
  readonly joined: readonly number[];
}

/**
 * The median of the forecasts that stand at each moment, where at least two do, as the spans over which nothing changed.
 *
 * @param forecasters the spans of each.
 * @returns by rising time; none where no two forecasts stood at one time.
 * @throws RangeError where the window or the spans are none (see `spansWithin`).
 * @example medianSpans({ opens: 0, closes: 10, deadline: 10, occurred: true }, [[{ from: 0, to: 10, probabilityBp: 8000 }], [{ from: 5, to: 10, probabilityBp: 6000 }]]) // => [{ from: 5, to: 10, medianBp: 7000, joined: [0, 1] }]
 */
export function medianSpans(window: ScenarioWindow, forecasters: readonly (readonly Span[])[]): MedianSpan[] {
  const turns = forecasters
    .flatMap((spans, who) =>
      spansWithin(window, spans).flatMap(({ from, to, probabilityBp }) => [
        { at: from, who, probabilityBp, begins: true },
        { at: to, who, probabilityBp, begins: false },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const standing: number[] = []; // rising
  const unheard = new Set<number>(); // who stands, and had no part so far
  const heard = new Set<number>();
  const medians: MedianSpan[] = [];
  for (const [index, { at, who, probabilityBp, begins }] of turns.entries()) {
    if (begins) {
      const place = standing.findIndex((bp) => bp >= probabilityBp);
      standing.splice(place === -1 ? standing.length : place, 0, probabilityBp);
      if (!heard.has(who)) unheard.add(who);
    } else {
      standing.splice(standing.indexOf(probabilityBp), 1);
      unheard.delete(who);
    }
    const to = turns[index + 1]?.at ?? at;
    if (to === at || standing.length < 2) continue;
    medians.push({ from: at, to, medianBp: quantileOfSorted(standing, 0.5), joined: [...unheard] });
    for (const one of unheard) heard.add(one);
    unheard.clear();
  }
  return medians;
}
