/** Distances between a forecast and its outcome, in days: from, up to but without `to`. */
export const LEAD_TIMES: readonly [from: number, to: number | null][] = [
  [0, 7],
  [7, 30],
  [30, 90],
  [90, 365],
  [365, null],
];

/** The place of a distance in `LEAD_TIMES`. */
export function leadTimeOf(days: number): number {
  return LEAD_TIMES.findIndex(([, to]) => to === null || days < to);
}
