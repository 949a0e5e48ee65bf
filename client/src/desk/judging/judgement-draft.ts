/** What a judgement says before anything is typed, by the rules, and how it is sent. Pure. */
import type { Annulment, Basis, Evidence, Scenario } from '../../data.js';
import { day } from '../../words.js';

export type Judged = 'occurred' | 'not_occurred' | 'annulled';

/** What is to be judged, as far as the rules look at it. */
export type ToJudge = Pick<Scenario, 'openedOn' | 'deadline' | 'premise' | 'testability' | 'evidence'> & {
  criteria: Scenario['criteria'];
};

export interface JudgementDraft {
  outcome: Judged;
  outcomeOn: string;
  reason: string;
  basis: '' | Basis;
  evidence: readonly string[];
  premiseEvidence: readonly string[];
  /** by saying yes or no one says that the “if” held */
  premiseHeld: boolean;
  /** a row of the edge cases, 'none' where none fits, '' where nothing is said */
  edgeCase: string;
  noEdgeCase: string;
  annulment: '' | Annulment;
  duplicateOf: string;
  shortfall: string;
}

export interface Happened {
  id: string;
  headline: string;
  occurredOn: string;
}

/** Whether an event may settle the scenario in time: it is believed, later than the opening, within the deadline. */
export const maySettle = (evidence: Evidence, scenario: ToJudge): boolean => {
  const { occurredOn, standing } = evidence.event;
  return (
    evidence.on === 'statement' &&
    standing !== 'retracted' &&
    occurredOn >= scenario.openedOn &&
    occurredOn <= scenario.deadline
  );
};

/** The reason as one would begin it: what happened, and when. */
export const reasonFrom = ({ headline, occurredOn }: Happened): string =>
  `${headline.replace(/(?<![.\s])[.\s]+$/, '')} (${day(occurredOn).replaceAll('\u00a0', ' ')}).`;

/** @param today in the scenario's zone */
export function draftOf(outcome: Judged, scenario: ToJudge, today: string): JudgementDraft {
  const draft: JudgementDraft = {
    ...{ outcome, outcomeOn: '', reason: '', basis: '', evidence: [], premiseEvidence: [] },
    ...{ premiseHeld: scenario.premise === null, edgeCase: '', noEdgeCase: '', annulment: '' },
    ...{ duplicateOf: '', shortfall: '' },
  };
  if (outcome === 'annulled') return { ...draft, outcomeOn: today };
  if (outcome === 'occurred') {
    const settled = scenario.evidence
      .filter((one) => one.bearing === 'settles' && maySettle(one, scenario))
      .sort((a, b) => (a.event.occurredOn < b.event.occurredOn ? -1 : 1))[0];
    return settled ? withEvent(draft, settled.event) : draft;
  }
  const isOver = scenario.deadline < today;
  if (!isOver) return { ...draft, outcomeOn: today };
  const deadline = day(scenario.deadline).replaceAll('\u00a0', ' ');
  return {
    ...draft,
    outcomeOn: scenario.deadline,
    reason: `By the deadline, ${deadline}, nothing on record shows that it happened.`,
  };
}

/** An event is named, or no longer: the first one named sets the day and begins the reason. */
export function withEvent(draft: JudgementDraft, event: Happened): JudgementDraft {
  if (draft.evidence.includes(event.id))
    return { ...draft, evidence: draft.evidence.filter((id) => id !== event.id) };
  const isFirst = draft.evidence.length === 0 && draft.outcome === 'occurred';
  return {
    ...draft,
    evidence: [...draft.evidence, event.id],
    ...(isFirst && draft.outcomeOn === '' && { outcomeOn: event.occurredOn }),
    ...(isFirst && draft.reason === '' && { reason: reasonFrom(event) }),
  };
}

/** Which field the rules will ask for first; null where nothing is missing. The server has the last word. */
export function missingIn(draft: JudgementDraft, scenario: ToJudge): string | null {
  const { outcome } = draft;
  if (outcome === 'occurred' && draft.evidence.length === 0) return 'evidence';
  if (outcome === 'annulled' && draft.annulment === '') return 'annulment';
  if (outcome === 'annulled' && draft.annulment === 'duplicate' && draft.duplicateOf === '')
    return 'duplicateOf';
  if (outcome !== 'annulled' && scenario.premise !== null && !draft.premiseHeld) return 'premise';
  if (draft.edgeCase === 'none' && draft.noEdgeCase.trim() === '') return 'noEdgeCase';
  if (draft.outcomeOn === '') return 'outcomeOn';
  return draft.reason.trim() === '' ? 'reason' : null;
}

/** As the API takes it; what was left empty is left out. */
export function bodyOf(
  draft: JudgementDraft,
  scenario: ToJudge,
  { entry, supersedes }: { entry?: string; supersedes?: string | null } = {},
): Record<string, unknown> {
  const isOutcome = draft.outcome !== 'annulled';
  const row = isOutcome && draft.edgeCase !== '';
  const fields = {
    ...{ outcome: draft.outcome, outcomeOn: draft.outcomeOn, reason: draft.reason.trim() },
    basis: isOutcome ? draft.basis : '',
    evidence: isOutcome ? draft.evidence : [],
    premiseEvidence: scenario.premise === null ? [] : draft.premiseEvidence,
    criteriaVersion: row ? scenario.criteria?.version : undefined,
    edgeCase: row && draft.edgeCase !== 'none' ? Number(draft.edgeCase) : undefined,
    noEdgeCase: row && draft.edgeCase === 'none' ? draft.noEdgeCase.trim() : '',
    annulment: isOutcome ? '' : draft.annulment,
    duplicateOf: draft.annulment === 'duplicate' ? draft.duplicateOf.trim() : '',
    shortfall: draft.outcome === 'not_occurred' ? draft.shortfall.trim() : '',
    ...{ entry, supersedes },
  };
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== '' &&
        value !== undefined &&
        value !== null &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}
