/**
 * The words of the example desk: what a writer puts down (`…Source`) and what the desk then does (`Step`).
 * Days in a source are offsets: a briefing's from the desk's last day, everything else from its briefing's day.
 */
export type Kind = 'risk' | 'opportunity' | 'consequence';
export type Term = 'short' | 'medium' | 'long';
export type Standing = 'reported' | 'confirmed' | 'disputed' | 'retracted';
export type Bearing = 'supports' | 'undermines' | 'settles';
export type Annulment = 'premise_false' | 'ambiguous' | 'duplicate' | 'unverifiable';
export type Outcome = 'occurred' | 'not_occurred' | 'annulled' | 'reopened';
export type Basis = 'observed' | 'judged' | 'absence';
export type ForecasterSlug = 'desk' | 'ilse-corvane' | 'dorrin-hale' | 'maud-tessaly' | 'plumb-3';

export interface EdgeCase {
  case: string;
  counts: boolean;
}

/** Something that happened `after` days after the briefing (for a late event: after the deadline). */
export interface Happening {
  after: number;
  headline: string;
  /** Outlet and, where one was taken down, its words. */
  sources: readonly (readonly [outlet: string, quote?: string])[];
  summary?: string;
  standing?: Standing;
}

/** One way in which a scenario was settled. */
export type Settlement =
  | { how: 'occurred'; event: Happening; judged?: string }
  | { how: 'absent'; shortfall?: string; judged?: string }
  | { how: 'impossible'; event: Happening; reason: string };

/** What became of a scenario. */
export type Then =
  | Settlement
  | { how: 'late'; event: Happening; shortfall?: string }
  | {
      how: 'annulled';
      annulment: Annulment;
      after: number;
      reason: string;
      event?: Happening;
      duplicateOf?: string;
    }
  | {
      how: 'corrected';
      wrong: Settlement;
      right: Settlement;
      after: number;
      reason: string;
      retracted?: string;
    }
  | {
      how: 'reopened';
      first: Settlement;
      after: number;
      reason: string;
      disputed?: string;
      again?: Settlement;
    }
  | { how: 'overdue'; deferral?: { after: number; days: number; reason: string } }
  | { how: 'open' };

export interface ScenarioSource {
  kind: Kind;
  term: Term;
  /** As it stands in the text; after a premise, as it follows the comma. */
  statement: string;
  /** Without its "if". */
  premise?: string;
  probability: number;
  then: Then;
  criteria?: { text: string; edgeCases: readonly EdgeCase[] };
  /** Signs on the way: events that bear on the scenario without settling it. */
  signs?: readonly { event: Happening; bearing: 'supports' | 'undermines'; note?: string }[];
  /** Forecasts written out by hand; whoever speaks here is not drawn at random. */
  said?: readonly { by: ForecasterSlug; after: number; probability: number; because?: string }[];
  withdrawn?: { by: ForecasterSlug; after: number; reason: string };
}

export interface BriefingSource {
  ref: string;
  /** Days from the desk's last day: negative. */
  day: number;
  headline: string;
  standfirst: string;
  category: string;
  status: string;
  takeaway: string;
  body: readonly string[];
  plainEnglish?: string;
  rootCauses?: readonly string[];
  scenarios: readonly ScenarioSource[];
  edition: { number: number; title: string };
  source: string;
  perspectives?: readonly (readonly [actor: string, body: string])[];
}

export interface TopicSource {
  slug: string;
  title: string;
  shortDays?: number;
  mediumDays?: number;
  longDays?: number;
  /** The two papers an editor searches before calling something absent. */
  papers: readonly [string, string];
  briefings: readonly BriefingSource[];
}

export interface EventSource {
  outlet: string;
  publishedOn: string;
  url?: string;
  quote?: string;
  text?: string;
}

/** One thing the desk did at an instant. Scenario references are `briefingRef/index`, in the order of the text. */
export type Step = { at: string } & StepBody;
export type StepBody =
  | { type: 'topic'; slug: string; title: string; shortDays?: number; mediumDays?: number; longDays?: number }
  | {
      type: 'forecaster';
      slug: ForecasterSlug;
      name: string;
      kind: 'person' | 'desk' | 'model';
      public: boolean;
    }
  | { type: 'briefing'; ref: string; text: string; forecaster: ForecasterSlug }
  | { type: 'criteria'; scenario: string; text: string; edgeCases: EdgeCase[] }
  | {
      type: 'forecast';
      scenario: string;
      forecaster: ForecasterSlug;
      probability: number;
      rationale?: string;
    }
  | { type: 'withdrawal'; scenario: string; forecaster: ForecasterSlug; reason: string }
  | {
      type: 'event';
      ref: string;
      topic: string;
      headline: string;
      occurredOn: string;
      summary?: string;
      standing: Standing;
      sources: EventSource[];
    }
  | { type: 'evidence'; scenario: string; event: string; bearing: Bearing; note?: string }
  | { type: 'standing'; event: string; standing: Standing; reason: string }
  | {
      type: 'resolution';
      scenario: string;
      outcome: Outcome;
      outcomeOn: string;
      reason: string;
      basis?: Basis;
      evidence: string[];
      annulment?: Annulment;
      duplicateOf?: string;
      shortfall?: string;
    }
  | { type: 'deferral'; scenario: string; until: string; reason: string };
