import type { Day } from '../days.js';
import type { Relation } from './scenario-link.entity.js';

/** A scenario as far as coherence asks of it. */
export interface Linked {
  state: 'draft' | 'open' | 'resolved' | 'annulled';
  /** What its premise says, so that equal texts mean the same premise; null without one. */
  premise: string | null;
  openedOn: Day;
  deadline: Day;
  /** The instant at which its deadline has passed. */
  closesAt: string;
  /** 1 occurred, 0 did not, null: not resolved. */
  occurred: number | null;
  outcomeOn: Day | null;
}

/** What one forecaster stands by on both scenarios, in ten-thousandths. */
export interface StandingPair<F> {
  forecaster: F;
  fromBp: number;
  toBp: number;
}

export const WARNING_CODES = [
  'sum_above_one',
  'likelier_than_implied',
  'both_occurred',
  'implied_not_occurred',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** What does not go together: in what one forecaster says, or (`pair` null) in what was resolved. */
export interface Contradiction<F> {
  code: WarningCode;
  pair: StandingPair<F> | null;
}

/** Why nothing was compared, in words. */
export const NOT_COMPARED = {
  different_premises: 'not compared: different premises',
  windows_apart: 'not compared: the one closes before the other opens',
  implied_closes_first: 'not compared: what is implied closes before what implies it',
  not_both_open: 'not compared: forecasts are held against each other while both scenarios are open',
  outside_window: 'not compared: what implies came outside of the time of what is implied, or has no day',
} as const;
export type NotCompared = keyof typeof NOT_COMPARED;

export interface Coherence<F> {
  notCompared: NotCompared | null;
  contradictions: Contradiction<F>[];
}

/**
 * What cannot be true together of two linked scenarios; null for `overlaps` and `leadsTo`, which bound no probability.
 * Exact: whole ten-thousandths are added and compared.
 *
 * While both are open, what a forecaster stands by on both is compared:
 *
 * - `excludes`: the two sum to 1 at most. Deadlines may differ, for the link speaks of each scenario with its deadline;
 *   but where the one closes before the other opens, each may come in its own time: not compared.
 * - `implies`: what implies is at most as likely as what it implies. What is implied must not close first (compared as
 *   instants, as zones differ): the other could still come afterwards and say nothing of it. It may close later. When
 *   each was opened does not matter: for a forecast that stands now, both windows begin now.
 * - With a premise, a probability is conditional. Two are compared where both have the same premise, or none: P(A | C) and
 *   P(B | C) are bound as P(A) and P(B) are. P(A | C) and P(B) are not.
 *
 * When both are resolved, outcomes are compared, whatever the premises: an outcome asserts that its premise held (rule 8).
 *
 * - `excludes`: not both occurred, unless the one closed before the other opened.
 * - `implies`: what occurred on a day that counts for what it implies (after its opening, by its deadline) is contradicted
 *   where that did not occur.
 *
 * Otherwise (one is resolved, one annulled) there is nothing to compare.
 */
export function coherence<F>(
  relation: Relation,
  from: Linked,
  to: Linked,
  pairs: readonly StandingPair<F>[],
): Coherence<F> | null {
  if (relation !== 'excludes' && relation !== 'implies') return null;
  if (from.state === 'resolved' && to.state === 'resolved')
    return relation === 'excludes' ? bothOccurred(from, to) : impliedOccurred(from, to);
  if (from.state !== 'open' || to.state !== 'open') return incomparable('not_both_open');
  if (from.premise !== to.premise) return incomparable('different_premises');
  if (relation === 'excludes') {
    if (areApart(from, to)) return incomparable('windows_apart');
    return compared(pairs.filter(({ fromBp, toBp }) => fromBp + toBp > 10_000).map(as('sum_above_one')));
  }
  if (to.closesAt < from.closesAt) return incomparable('implied_closes_first');
  return compared(pairs.filter(({ fromBp, toBp }) => fromBp > toBp).map(as('likelier_than_implied')));
}

function bothOccurred<F>(from: Linked, to: Linked): Coherence<F> {
  if (areApart(from, to)) return incomparable('windows_apart');
  return compared(from.occurred === 1 && to.occurred === 1 ? [{ code: 'both_occurred', pair: null }] : []);
}

function impliedOccurred<F>(from: Linked, to: Linked): Coherence<F> {
  if (from.occurred !== 1 || to.occurred !== 0) return compared([]);
  const day = from.outcomeOn;
  if (day === null || day <= to.openedOn || day > to.deadline) return incomparable('outside_window');
  return compared([{ code: 'implied_not_occurred', pair: null }]);
}

const areApart = (a: Linked, b: Linked): boolean => a.deadline < b.openedOn || b.deadline < a.openedOn;

const as =
  (code: WarningCode) =>
  <F>(pair: StandingPair<F>): Contradiction<F> => ({ code, pair });

const compared = <F>(contradictions: Contradiction<F>[]): Coherence<F> => ({
  notCompared: null,
  contradictions,
});

const incomparable = <F>(notCompared: NotCompared): Coherence<F> => ({ notCompared, contradictions: [] });
