import type { Annulment, EdgeCase, Happening, ScenarioSource, Settlement, Term, Then } from './types.js';

/** Short forms in which the topics are written; each only builds the typed object of its name. */
type More = Omit<ScenarioSource, 'kind' | 'term' | 'probability' | 'statement' | 'then'>;
type Source = readonly [outlet: string, quote?: string];
type Scenario = (
  term: Term,
  probability: number,
  statement: string,
  then: Then,
  more?: More,
) => ScenarioSource;

const scenario =
  (kind: ScenarioSource['kind']): Scenario =>
  (term, probability, statement, then, more = {}) => ({ kind, term, probability, statement, then, ...more });

export const risk = scenario('risk');
export const opportunity = scenario('opportunity');
export const consequence = scenario('consequence');

export const happening = (after: number, headline: string, ...sources: readonly Source[]): Happening => ({
  after,
  headline,
  sources,
});

export const occurred = (after: number, headline: string, ...sources: readonly Source[]): Settlement => ({
  how: 'occurred',
  event: happening(after, headline, ...sources),
});

export const absent = (shortfall?: string): Settlement => ({ how: 'absent', shortfall });

/** An editor had to interpret: the reason says how. */
export const judged = (settlement: Settlement, reason: string): Settlement =>
  settlement.how === 'impossible' ? settlement : { ...settlement, judged: reason };

export const impossible = (after: number, headline: string, source: Source, reason: string): Settlement => ({
  how: 'impossible',
  event: happening(after, headline, source),
  reason,
});

export const late = (daysLate: number, headline: string, ...sources: readonly Source[]): Then => ({
  how: 'late',
  event: happening(daysLate, headline, ...sources),
});

export const annulled = (
  annulment: Annulment,
  after: number,
  reason: string,
  more: { event?: Happening; duplicateOf?: string } = {},
): Then => ({ how: 'annulled', annulment, after, reason, ...more });

export const corrected = (
  wrong: Settlement,
  right: Settlement,
  after: number,
  reason: string,
  retracted?: string,
): Then => ({ how: 'corrected', wrong, right, after, reason, retracted });

export const overdue = (deferral?: { after: number; days: number; reason: string }): Then => ({
  how: 'overdue',
  deferral,
});

export const open: Then = { how: 'open' };

/** What would have to be seen, and a table of edge cases: `yes('…')`, `no('…')`. */
export const seen = (text: string, ...edgeCases: readonly EdgeCase[]) => ({ text, edgeCases });
export const yes = (what: string): EdgeCase => ({ case: what, counts: true });
export const no = (what: string): EdgeCase => ({ case: what, counts: false });
