/** What the pages are given: the shapes of the API's document. Days are `YYYY-MM-DD`, instants ISO-8601 UTC. */
import type { components } from './api/schema.js';

type Api = components['schemas'];

export type Named = Pick<Api['ForecasterRef'], 'slug' | 'name'>;
export type Titled = Api['TopicRef'];

export type Scenario = Api['ScenarioRecord'];
export type Kind = Scenario['kind'];
export type Term = Scenario['term'];
export type Criteria = Api['CriteriaView'];
export type Testability = Api['TestabilityView'];
/** What one later edition of the story says of a scenario. */
export type Edition = Api['EditionView'];
/** A slip that was corrected: what first stood there, and the proof. */
export type Erratum = Api['ErratumView'];
export type Forecast = Api['ForecastView'];
export type Source = Api['SourceView'];
export type Evidence = Api['EvidenceView'];
export type Standing = Api['EventView']['standing'];
export type Bearing = Evidence['bearing'];
export type Resolution = Api['ResolutionView'];
export type Outcome = Exclude<Resolution['outcome'], 'reopened'>;
export type Annulment = NonNullable<Resolution['annulment']>;
export type Basis = NonNullable<Resolution['basis']>;
export type Doubt = NonNullable<Resolution['inDoubt']>;
/** What counts for one forecaster at one vantage; `all` only where archival forecasts change it. */
export type Score = Api['ScenarioScore'];
export type Vantage = Score['vantage'];
/** How a forecaster did for as long as a forecast stood; null where there is nothing to score. */
export type ScoreOverTime = Api['ScoreOverTime'];
/** The crowd's median at a vantage, of two forecasters or more. */
export type CrowdScore = Api['CrowdScore'];
/** Another prediction, and what it has to do with this one. */
export type ScenarioLink = Api['ScenarioLinkView'];

/** A figure, or null with its reason under `undefined`. */
export type Figure = number | null;
export type Report = Api['ReportView'];
export type Bin = Report['bins'][number];
export type MeanAndTail = Report['expectedUnderCalibration']['miscalibration'];
/** The Brier score of the last `window` forecasts, as it rolled along. */
export type OverTime = Api['OverTime'];

// ---------------------------------------------------------------- what pages show of them

/** One counted forecast (or, while open, the forecast that stands) with what became of it. */
export interface TrackRecordItem {
  scenario: Pick<
    Scenario,
    'id' | 'kind' | 'term' | 'statement' | 'premise' | 'topic' | 'openedOn' | 'deadline' | 'zone'
  >;
  /** null for a person whose track record is not public, and in the lists of what is not scored */
  forecaster: Named | null;
  probability: number | null;
  archival: boolean;
  /** days from the forecast to the outcome */
  leadDays: number | null;
  /** null while nobody has judged it */
  outcome: Outcome | null;
  outcomeOn: string | null;
  /** the day it happened after all, where it came after the deadline */
  lateOn: string | null;
  brierScore: number | null;
}

/** One part of a selection. */
export interface Group {
  key: string;
  title: string;
  report: Pick<
    Report,
    | 'n'
    | 'scenarios'
    | 'occurred'
    | 'baseRate'
    | 'brierScore'
    | 'brierSkillScore'
    | 'calibrationError'
    | 'expectedUnderCalibration'
    | 'bins'
    | 'verdict'
  >;
}
