import type { EvidenceView } from '../evidence/evidence.dto.js';
import type { Forecaster } from '../forecasters/forecaster.entity.js';
import type { LoadedForecast } from '../forecasts/forecast-facts.js';
import type { Annulment } from '../resolutions/resolution.entity.js';
import type { CriteriaView } from '../scenarios/scenario.dto.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import { words } from '../texts/texts.js';
import type {
  PublicRecord,
  RecordEvidence,
  RecordForecast,
  RecordScenario,
} from '../track-records/public-record.js';

/** What stands around a scenario that was loaded with its topic and its texts. */
export interface Surroundings {
  criteria: CriteriaView | null;
  sinceCriteria: number;
  resolution: { annulment: Annulment | null; onUnconfirmed: boolean; reason: string } | null;
  evidence: readonly EvidenceView[];
  forecasts: readonly LoadedForecast[];
  forecasters: ReadonlyMap<string, Forecaster>;
}

/** A scenario of the record, and those that it names. */
export interface Loaded {
  scenario: RecordScenario;
  topic: PublicRecord['topics'][number];
  forecasters: PublicRecord['forecasters'];
}

/** Each field is named here: what a column holds besides never leaves the house by accident. */
export function recordScenario(scenario: Scenario, around: Surroundings): Loaded {
  const { topic, state } = scenario;
  if (state === 'draft') throw new RangeError(`Scenario ${scenario.id} is a draft: it is not on record`);
  const { criteria, evidence, forecasts } = around;
  // A resolution that reopened a scenario says nothing of how it stands.
  const resolution = state === 'open' ? null : around.resolution;
  const forecaster = (one: LoadedForecast) => around.forecasters.get(one.forecasterId)!;
  return {
    topic: { slug: topic.slug, title: topic.title },
    forecasters: [...new Set(forecasts.map(forecaster))].map(({ slug, name, isPublic }) => ({
      ...{ slug, name, public: isPublic === 1 },
    })),
    scenario: {
      ...{ id: scenario.id, topic: topic.slug, kind: scenario.kind, term: scenario.term },
      testability: scenario.testability,
      ...{ statement: words(scenario.statement), premise: words(scenario.premise) },
      criteria: criteria && {
        ...{ version: criteria.version, text: criteria.text, edgeCases: criteria.edgeCases },
      },
      sinceCriteria: around.sinceCriteria,
      ...{ openedOn: scenario.openedOn, deadline: scenario.deadline },
      ...{ closesAt: scenario.closesAt, zone: scenario.zone },
      ...{ state, outcome: outcomeOf(scenario) },
      ...{ outcomeOn: scenario.outcomeOn, outcomeAt: scenario.outcomeAt, lateOn: scenario.lateOn },
      ...{ basis: scenario.basis, annulment: resolution?.annulment ?? null },
      reason: resolution?.reason ?? null,
      ...{ selfResolved: scenario.selfResolved === 1, onUnconfirmed: resolution?.onUnconfirmed ?? false },
      forecasts: forecasts.map((one) => recordForecast(one, forecaster(one).slug)),
      evidence: evidence.map(recordEvidence),
    },
  };
}

function outcomeOf({ state, occurred }: Scenario): RecordScenario['outcome'] {
  if (state === 'annulled') return 'annulled';
  if (occurred === null) return null;
  return occurred === 1 ? 'occurred' : 'not_occurred';
}

/** Without `seq`: its gaps would tell how much is said elsewhere. */
const recordForecast = (forecast: LoadedForecast, forecaster: string): RecordForecast => ({
  ...{ forecaster, probabilityBp: forecast.probabilityBp },
  ...{ statedAt: forecast.statedAt, recordedAt: forecast.recordedAt },
  ...{ archival: forecast.archival, reconstructed: forecast.reconstructed },
  ...{ criteriaVersion: forecast.criteriaVersion, withdrawnAt: forecast.withdrawnAt },
});

const recordEvidence = ({ event, bearing }: EvidenceView): RecordEvidence => ({
  ...{ headline: event.headline, occurredOn: event.occurredOn, standing: event.standing, bearing },
  sources: event.sources.map(({ outlet, publishedOn, url, digest }) => ({
    ...{ outlet, publishedOn, url, digest },
  })),
});
