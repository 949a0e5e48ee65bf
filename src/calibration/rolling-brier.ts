/** Counted forecasts that are taken together: one alone, or those of a month. Steps stand in the order of outcomes. */
export interface ScoredStep {
  /** A day, or a month; comparable as text. */
  readonly on: string;
  readonly n: number;
  readonly occurred: number;
  /** The sum of their squared gaps. */
  readonly gaps: number;
}

export interface RollingPoint {
  readonly on: string;
  /** How many forecasts the figures rest on. */
  readonly n: number;
  readonly brierScore: number;
  /** The share of them that occurred. */
  readonly baseRate: number;
  /** What quoting that share for each of them would have scored. */
  readonly baseRateScore: number;
}

/**
 * The Brier score as it rolled along: at each `on`, the mean squared gap of the latest steps up to it that together hold
 * at least `window` forecasts, beside what the base rate of the same forecasts would have scored.
 *
 *     S_t = Σ g_i / Σ n_i over the shortest run of steps that ends at t and has Σ n_i ≥ window;  reference ō (1 − ō)
 *
 * With steps of one forecast each these are the last `window` forecasts exactly. A point is given from `least` forecasts
 * on: before that, a mean says little. Where several steps share an `on`, the last of them has the point.
 *
 * Source: the reference is the uncertainty of Murphy (1973), Journal of Applied Meteorology 12.
 *
 * @returns no points under `least` forecasts.
 * @example rollingBrier([{ on: 'a', n: 1, occurred: 1, gaps: 0.5 }, { on: 'b', n: 1, occurred: 0, gaps: 0.1 }], 2, 2) // => [{ on: 'b', n: 2, brierScore: 0.3, baseRate: 0.5, baseRateScore: 0.25 }]
 */
export function rollingBrier(steps: readonly ScoredStep[], window: number, least: number): RollingPoint[] {
  return steps.flatMap(({ on }, last) => {
    if (steps[last + 1]?.on === on) return [];
    let n = 0;
    let occurred = 0;
    let gaps = 0;
    for (let index = last; index >= 0 && n < window; index -= 1) {
      n += steps[index]!.n;
      occurred += steps[index]!.occurred;
      gaps += steps[index]!.gaps;
    }
    if (n < least) return [];
    const baseRate = occurred / n;
    return [{ on, n, brierScore: gaps / n, baseRate, baseRateScore: baseRate * (1 - baseRate) }];
  });
}
