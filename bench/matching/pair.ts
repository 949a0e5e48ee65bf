/** Two statements of one running story, and whether an editor would call them the same scenario. */
export interface Pair {
  was: string;
  now: string;
  same: boolean;
}

type Words = readonly [was: string, now: string];

export const pairs = (same: readonly Words[], different: readonly Words[]): Pair[] => [
  ...same.map(([was, now]) => ({ was, now, same: true })),
  ...different.map(([was, now]) => ({ was, now, same: false })),
];
