import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BriefingVersion } from '../briefings/briefing.entity.js';
import { BriefingStore } from '../briefings/briefing-store.js';
import { followsBy } from '../briefings/edition-order.js';
import { bpToProbability } from '../calibration/index.js';
import type { Forecaster } from '../forecasters/forecaster.entity.js';
import { Problem } from '../problems.js';
import { type StatedScenario, statedIn } from '../scenarios/edition-store.js';
import { words } from '../texts/texts.js';
import type { Topic } from '../topics/topic.entity.js';
import type { DraftReading } from './briefing-draft.js';
import { standingForecast } from './counting.js';
import type { ScenarioOnRecord } from './edition.dto.js';
import type { ReadingWarning } from './forecast.dto.js';
import { type ComparedEdition, compareEdition, haveInCommon } from './edition-differences.js';
import { loadForecasts } from './forecast-facts.js';

/** A text beside what is on record of its story. */
export interface EditionBeside {
  /** The latest version of the briefing that it is compared with. */
  before: BriefingVersion;
  /** It is that briefing, with another text; or else the next edition of its story. */
  isSame: boolean;
  stated: StatedScenario[];
  compared: ComparedEdition;
}

/** Rule 12: finds what a text is an edition of. */
@Injectable()
export class EditionRecognition {
  constructor(private readonly briefings: BriefingStore) {}

  /** The version on record that says this, or else the latest of the same briefing; null for another briefing. */
  async known(
    manager: EntityManager,
    draft: DraftReading,
    topic: Topic,
    digest: string,
  ): Promise<BriefingVersion | null> {
    const { headline, publishedOn } = draft.briefing;
    return publishedOn
      ? this.briefings.recognise(manager, topic, headline!, publishedOn, digest)
      : this.briefings.recogniseByDigest(manager, topic, digest);
  }

  /**
   * What a text that is not on record stands beside: the same briefing, or the edition before; null where it begins a
   * story of its own.
   *
   * @param follows the edition before, where the sender names one; null: none
   * @param forecaster with whose probabilities its own are compared; null for one who has none yet
   */
  async beside(
    manager: EntityManager,
    draft: DraftReading & { publishedOn: string },
    topic: Topic,
    {
      known,
      follows,
      forecaster,
    }: {
      known: BriefingVersion | null;
      follows: string | null | undefined;
      forecaster: Forecaster | null;
    },
  ): Promise<EditionBeside | null> {
    const compare = async (briefingId: string, isSame: boolean): Promise<EditionBeside> => {
      const before = await this.briefings.latest(manager, briefingId);
      const stated = await statedIn(manager, before);
      const asOf = isSame ? before.recordedAt : null;
      const onRecord = await withProbabilities(manager, stated, forecaster, asOf);
      return { before, isSame, stated, compared: await compareEdition(onRecord, draft.scenarios) };
    };
    if (known) return compare(known.briefing.id, true);
    if (follows === null) return null;
    const editions = await this.briefings.editions(manager, topic);
    if (follows !== undefined) {
      if (!editions.some(({ id }) => id === follows))
        throw new Problem('choice_unknown', `“${follows}” is no briefing of ${topic.title}.`, { follows });
      return compare(follows, false);
    }
    const { edition } = draft.briefing;
    const text = { headline: draft.briefing.headline!, edition, publishedOn: draft.publishedOn };
    for (const candidate of editions) {
      const by = followsBy(candidate, text);
      if (by === null) continue;
      const beside = await compare(candidate.id, false);
      if (by === 'headline' || haveInCommon(beside.compared)) return beside;
    }
    return null;
  }

  /** Says so where a text has a later number than an edition of its topic and yet stands by itself. */
  async apart(
    manager: EntityManager,
    draft: DraftReading & { publishedOn: string },
    topic: Topic,
  ): Promise<ReadingWarning[]> {
    const { edition } = draft.briefing;
    const text = { headline: draft.briefing.headline!, edition, publishedOn: draft.publishedOn };
    const before = (await this.briefings.editions(manager, topic)).find(
      (candidate) => followsBy(candidate, text) === 'number',
    );
    if (!before) return [];
    const message = `It has no scenario in common with “${before.headline}” (${before.edition}), and is taken for a story of its own. To make it its next edition, send it with \`follows\`: ${before.id}.`;
    return [{ code: 'edition_apart', message }];
  }
}

/**
 * Scenarios with the probability that a forecaster stands by.
 *
 * @param asOf only what was recorded until then: what a briefing itself had given, whatever came later
 */
async function withProbabilities(
  manager: EntityManager,
  stated: readonly StatedScenario[],
  forecaster: Forecaster | null,
  asOf: string | null,
): Promise<ScenarioOnRecord[]> {
  const ids = stated.map(({ scenario }) => scenario.id);
  const forecasts = forecaster ? await loadForecasts(manager, ids, [forecaster.id]) : [];
  return stated.map(({ scenario, statement }) => {
    const standing = standingForecast(
      forecasts.filter(
        ({ scenarioId, recordedAt }) => scenarioId === scenario.id && (asOf === null || recordedAt <= asOf),
      ),
    );
    return {
      ...{ id: scenario.id, kind: scenario.kind, term: scenario.term, statement, state: scenario.state },
      ...{ premise: words(scenario.premise), deadline: scenario.deadline },
      probability: standing ? bpToProbability(standing.probabilityBp) : null,
    };
  });
}
