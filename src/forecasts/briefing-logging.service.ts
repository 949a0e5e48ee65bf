import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BriefingReading, readBriefing } from '../briefing-text/index.js';
import { BriefingStore } from '../briefings/briefing-store.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/driver-errors.js';
import { publicFrom } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { type Day, dayOf, startOfDay, toInstant } from '../days.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { digestOf } from '../texts/texts.js';
import type { Topic } from '../topics/topic.entity.js';
import { TopicsService } from '../topics/topics.service.js';
import { draftOf, type DraftReading } from './briefing-draft.js';
import { compareScenarios, scenariosOnRecord } from './briefing-differences.js';
import type { BriefingReadingView, CreateBriefing } from './forecast.dto.js';
import { LoggingService, type Stated } from './logging.service.js';
import { requireProbability } from './probability.js';

/** A briefing recorded this soon after publication is live. */
const LIVE_WITHIN_MS = 72 * 3_600_000;

/** Puts a briefing on record: itself, its scenarios, and a forecast on each. */
@Injectable()
export class BriefingLogging {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly briefings: BriefingStore,
    private readonly scenarios: ScenariosService,
    private readonly logging: LoggingService,
  ) {}

  /** Reads a text as a briefing; nothing is recorded. */
  parse(text: string): BriefingReading {
    return readBriefing(text, { today: dayOf(this.clock.now(), 'UTC') });
  }

  /** What would be recorded. */
  preview(body: CreateBriefing): BriefingReadingView {
    return draftOf(body, dayOf(this.clock.now(), 'UTC'));
  }

  /**
   * @throws {Problem} briefing_incomplete, no_scenarios; briefing_changed where it is on record with another text
   */
  async log(body: CreateBriefing, viewer: Viewer): Promise<BriefingReadingView> {
    const draft = draftOf(body, dayOf(this.clock.now(), 'UTC'));
    const { topic: topicName, headline } = draft.briefing;
    const missing = [...(topicName ? [] : ['topic']), ...(headline ? [] : ['headline'])];
    if (missing.length > 0)
      throw new Problem(
        'briefing_incomplete',
        `No ${missing.join(' and no ')} was found in it; name it beside the text.`,
        {
          ...{ missing, ...draft },
        },
      );
    if (draft.scenarios.length === 0)
      throw new Problem(
        'no_scenarios',
        'No scenario with kind, term, probability and statement was found in it.',
        {
          ...draft,
        },
      );
    const attempt = () => this.write(draft, body, viewer);
    return attempt().catch((error: unknown) => {
      // Somebody recorded the same briefing, topic or forecaster meanwhile: this time it is found.
      if (!isUniqueViolation(error)) throw error;
      return attempt();
    });
  }

  private write(draft: DraftReading, body: CreateBriefing, viewer: Viewer): Promise<BriefingReadingView> {
    return this.database.withWriteTransaction(async (manager) => {
      const publishes = body.publicAt === undefined ? 'at_once' : 'desk';
      const topic = await this.topics.ensure(manager, draft.briefing.topic!, publishes);
      return (
        (await this.recognise(manager, draft, topic)) ?? this.record(manager, draft, topic, body, viewer)
      );
    });
  }

  /** Rule 12: the same text again is recognised; a changed one answers with the differences. */
  private async recognise(
    manager: EntityManager,
    draft: DraftReading,
    topic: Topic,
  ): Promise<BriefingReadingView | null> {
    const { headline, publishedOn } = draft.briefing;
    const digest = digestOfDraft(draft);
    const known = publishedOn
      ? await this.briefings.recognise(manager, topic, headline!, publishedOn)
      : await this.briefings.recogniseByDigest(manager, topic, digest);
    if (!known) return null;
    const onRecord = await scenariosOnRecord(manager, known.briefing.id);
    const same = known.digest === digest;
    if (!same)
      throw new Problem(
        'briefing_changed',
        `“${headline}” of ${known.briefing.publishedOn} is on record with another text. Nothing was recorded; these are the differences.`,
        { briefingId: known.briefing.id, differences: compareScenarios(onRecord, draft.scenarios) },
      );
    const ids = onRecord.map((scenario) => scenario.id);
    return {
      ...draft,
      recognised: true,
      briefing: { id: known.briefing.id, ...draft.briefing, publishedOn: known.briefing.publishedOn },
      scenarios: draft.scenarios.map((scenario, index) => ({ id: ids[index], ...scenario })),
    };
  }

  private async record(
    manager: EntityManager,
    draft: DraftReading,
    topic: Topic,
    body: CreateBriefing,
    viewer: Viewer,
  ): Promise<BriefingReadingView> {
    const now = this.clock.now();
    const today = dayOf(now, topic.zone);
    const publishedOn = draft.briefing.publishedOn ?? today;
    if (publishedOn > today)
      throw new Problem(
        'stated_in_future',
        `It says that it was published on ${publishedOn}; today is ${today}.`,
        {
          today,
        },
      );
    const publicAt = publicFrom(body.publicAt, topic, toInstant(now));
    const forecaster = await this.forecasters.ensure(manager, body.forecaster, viewer);
    const briefing = await this.briefings.record(manager, {
      ...{ topic, publicAt, accountId: viewer.accountId! },
      content: { ...draft.briefing, headline: draft.briefing.headline!, publishedOn },
      digest: digestOfDraft(draft),
      original: body.text ?? null,
    });
    const stated = statedThrough(publishedOn, topic.zone, now);
    const scenarios: BriefingReadingView['scenarios'] = [];
    for (const [index, item] of draft.scenarios.entries()) {
      const scenario = await this.scenarios.add(manager, {
        ...{ topic, kind: item.kind, term: item.term, statement: item.statement, premise: item.premise },
        ...{ openedOn: publishedOn, publicAt, accountId: viewer.accountId! },
        briefing: { briefing, ordinal: index + 1 },
      });
      await this.logging.append(manager, {
        ...{ scenario, forecaster, ...stated, accountId: viewer.accountId! },
        probabilityBp: requireProbability(item.probability),
      });
      scenarios.push({ id: scenario.id, ...item });
    }
    const assumed = draft.briefing.publishedOn === null;
    return {
      briefing: { id: briefing.id, ...draft.briefing, publishedOn },
      scenarios,
      refused: draft.refused,
      warnings: assumed
        ? [
            ...draft.warnings,
            { code: 'publication_day', message: `No publication day was found: today, ${today}, was taken.` },
          ]
        : draft.warnings,
    };
  }
}

/** What a briefing says, however it was pasted; two pastes of one briefing have one digest. */
const digestOfDraft = (draft: DraftReading): string =>
  digestOf(JSON.stringify([draft.briefing, draft.scenarios.map(({ line: _line, ...scenario }) => scenario)]));

/**
 * Rule 2: a forecast made through a briefing was stated on its publication day. Only the day is known, so the 72 hours
 * in which it still counts as live run from the beginning of that day.
 */
function statedThrough(publishedOn: Day, zone: string, now: Date): Stated {
  const recordedAt = toInstant(now);
  if (publishedOn === dayOf(now, zone)) return { statedAt: recordedAt, recordedAt, archival: false };
  const start = startOfDay(publishedOn, zone);
  const archival = now.getTime() - start.getTime() > LIVE_WITHIN_MS;
  return { statedAt: toInstant(start), recordedAt, archival };
}
