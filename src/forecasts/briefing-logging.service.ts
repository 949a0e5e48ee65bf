import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BriefingReading, readBriefing } from '../briefing-text/index.js';
import type { Briefing, BriefingVersion } from '../briefings/briefing.entity.js';
import { BriefingStore } from '../briefings/briefing-store.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/driver-errors.js';
import { Database } from '../database/write-gate.js';
import { addDays, type Day, dayOf, startOfDay, toInstant } from '../days.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { invalid } from '../http/validation.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { closingDay } from '../scenarios/closing-day.js';
import { statedIn } from '../scenarios/edition-store.js';
import { digestOf } from '../texts/texts.js';
import { DEFAULT_TERMS, termDays, type Topic } from '../topics/topic.entity.js';
import { type Logged, NOW, publicFrom, requirePublisher } from '../topics/publishing.js';
import { TopicsService } from '../topics/topics.service.js';
import { draftOf, type DraftReading, requireComplete } from './briefing-draft.js';
import { differencesOf } from './edition-differences.js';
import { EditionLogging } from './edition-logging.service.js';
import { type EditionBeside, EditionRecognition } from './edition-recognition.service.js';
import type { BriefingReadingView, CreateBriefing, DraftScenario } from './forecast.dto.js';
import { HandoversService } from './handovers.service.js';
import type { Stated } from './logging.service.js';

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
    private readonly editions: EditionRecognition,
    private readonly logging: EditionLogging,
    private readonly handovers: HandoversService,
  ) {}

  /** Reads a text as a briefing; nothing is recorded. */
  parse(text: string): BriefingReading {
    return readBriefing(text, { today: dayOf(this.clock.now(), 'UTC') });
  }

  /** What would be recorded, and how it differs from what is on record. */
  async preview(body: CreateBriefing): Promise<BriefingReadingView> {
    const draft = this.read(body);
    const { topic: topicName, headline } = draft.briefing;
    return this.database.withReadSnapshot(async (manager) => {
      const topic = topicName ? await this.topics.find(manager, topicName) : null;
      const today = dayOf(this.clock.now(), topic?.zone ?? 'UTC');
      const publishedOn = draft.briefing.publishedOn ?? today;
      const closing = (onRecord: readonly (Day | undefined)[] = []) =>
        withClosing(draft.scenarios, { topic, publishedOn, today, onRecord });
      if (!topic || !headline) return { ...draft, scenarios: closing() };
      const known = await this.editions.known(manager, draft, topic, digestOfDraft(draft));
      if (known?.digest === digestOfDraft(draft)) {
        const stated = await statedIn(manager, known);
        const scenarios = closing(stated.map(({ scenario }) => scenario.deadline));
        return recognised(manager, { ...draft, scenarios }, known);
      }
      const forecaster = await this.forecasters.find(manager, body.forecaster);
      const context = { known, follows: body.follows, forecaster };
      const beside = await this.editions.beside(manager, { ...draft, publishedOn }, topic, context);
      if (beside) {
        const onRecord = beside.compared.scenarios.map((one) =>
          one.standing === 'reworded' ? undefined : one.onRecord?.deadline,
        );
        return { ...draft, scenarios: closing(onRecord), ...asEdition(beside) };
      }
      const apart =
        body.follows === null ? [] : await this.editions.apart(manager, { ...draft, publishedOn }, topic);
      return { ...draft, scenarios: closing(), warnings: [...draft.warnings, ...apart] };
    });
  }

  /**
   * @throws {Problem} briefing_incomplete, no_scenarios; briefing_changed, edition_unanswered where something is to be
   * said first
   */
  async log(body: CreateBriefing, viewer: Viewer): Promise<BriefingReadingView> {
    const read = this.read(body);
    // Its place among what was sent is for the preview, where it can still be mended.
    const draft = { ...read, refused: read.refused.map(({ index: _, ...item }) => item) };
    requireComplete(draft);
    const attempt = () => this.write(draft, body, viewer);
    return attempt().catch((error: unknown) => {
      // Somebody recorded the same briefing, topic or forecaster meanwhile: this time it is found.
      if (!isUniqueViolation(error)) throw error;
      return attempt();
    });
  }

  private read(body: CreateBriefing): DraftReading {
    return draftOf(body, dayOf(this.clock.now(), 'UTC'));
  }

  private write(draft: DraftReading, body: CreateBriefing, viewer: Viewer): Promise<BriefingReadingView> {
    return this.database.withWriteTransaction(async (manager) => {
      const found = await this.topics.find(manager, draft.briefing.topic!);
      const topic = found ?? (await this.newTopic(manager, draft.briefing.topic!, body));
      const known = await this.editions.known(manager, draft, topic, digestOfDraft(draft));
      const reading =
        known?.digest === digestOfDraft(draft)
          ? await recognised(manager, draft, known)
          : await this.record(manager, { draft, topic, isNewTopic: found === null, known, body, viewer });
      if (body.handover !== undefined)
        await this.handovers.end(manager, body.handover, { briefing: reading.briefing.id! }, viewer);
      return reading;
    });
  }

  /** A topic that begins with an embargo, or for the desk, keeps to the desk. */
  private newTopic(manager: EntityManager, title: string, { publicAt }: CreateBriefing): Promise<Topic> {
    return this.topics.ensure(
      manager,
      title,
      publicAt === undefined || publicAt === NOW ? 'at_once' : 'desk',
    );
  }

  private async record(
    manager: EntityManager,
    { draft, topic, isNewTopic, known, body, viewer }: Sent,
  ): Promise<BriefingReadingView> {
    const now = this.clock.now();
    const today = dayOf(now, topic.zone);
    const publishedOn = draft.briefing.publishedOn ?? today;
    if (publishedOn > today)
      throw new Problem(
        'stated_in_future',
        `It says that it was published on ${publishedOn}; today is ${today}.`,
        { today },
      );
    const forecaster = await this.forecasters.ensure(manager, body.forecaster, viewer);
    const context = { known, follows: body.follows, forecaster };
    const beside = await this.editions.beside(manager, { ...draft, publishedOn }, topic, context);
    if (!beside && (body.choices?.length || body.dropped?.length))
      throw new Problem('choice_unknown', 'It follows no briefing on record: there is nothing to choose.');
    if (beside?.isSame && body.publicAt !== undefined)
      throw invalid([{ field: 'publicAt', message: 'is on record; an editor changes it by publications' }]);
    const isApart = !beside && body.follows !== null;
    const apart = isApart ? await this.editions.apart(manager, { ...draft, publishedOn }, topic) : [];
    const plan = beside && this.logging.plan(draft, beside, body, viewer);
    const logged = { topic: isNewTopic ? { ...topic, publishes: 'at_once' as const } : topic, viewer };
    const publicAt = beside?.isSame
      ? publicWith(beside.before.briefing, { ...logged, now: toInstant(now) })
      : publicFrom(body.publicAt, { ...logged, now: toInstant(now) });
    const written = {
      ...{ topic, publicAt, accountId: viewer.accountId! },
      content: { ...draft.briefing, headline: draft.briefing.headline!, publishedOn },
      digest: digestOfDraft(draft),
      original: body.text ?? null,
    };
    const version = beside?.isSame
      ? await this.briefings.revise(manager, beside.before, written)
      : await this.briefings.record(manager, {
          ...written,
          ...(beside && { follows: beside.before.briefing }),
        });
    const entry = {
      ...{ version, topic, publishedOn, publicAt, forecaster, accountId: viewer.accountId! },
      stated: statedThrough(publishedOn, topic.zone, now),
    };
    const { scenarios, refused } =
      beside && plan
        ? await this.logging.further(manager, plan, beside, entry)
        : await this.logging.first(manager, draft, entry);
    const assumed = draft.briefing.publishedOn === null;
    return {
      briefing: { id: version.briefing.id, ...draft.briefing, publishedOn },
      scenarios,
      refused: [...draft.refused, ...refused],
      warnings: [
        ...draft.warnings,
        ...(assumed
          ? [
              {
                code: 'publication_day',
                message: `No publication day was found: today, ${today}, was taken.`,
              },
            ]
          : []),
        ...apart,
      ],
      ...(beside && asEdition(beside)),
    };
  }
}

/**
 * Another text of a briefing on record is public as the briefing is, and so is what is new in it: from now on, at the
 * earliest.
 */
function publicWith({ publicAt }: Briefing, { topic, viewer, now }: Logged): string | null {
  if (publicAt === null) return null;
  if (topic.publishes === 'desk') requirePublisher(viewer, topic);
  return publicAt < now ? now : publicAt;
}

/** A text that is to be recorded. */
interface Sent {
  draft: DraftReading;
  topic: Topic;
  /** It is made for this briefing, and goes public with it. */
  isNewTopic: boolean;
  /** The same briefing on record, with another text. */
  known: BriefingVersion | null;
  body: CreateBriefing;
  viewer: Viewer;
}

/** The same text again: as it was recorded. */
async function recognised(
  manager: EntityManager,
  draft: DraftReading,
  { briefing, ...version }: BriefingVersion,
): Promise<BriefingReadingView> {
  const stated = await statedIn(manager, { ...version, briefing });
  return {
    ...draft,
    recognised: true,
    briefing: { id: briefing.id, ...draft.briefing, publishedOn: briefing.publishedOn },
    scenarios: draft.scenarios.map((one, index) => ({ id: stated[index]?.scenario.id, ...one })),
  };
}

const asEdition = ({ before, isSame, compared }: EditionBeside) => ({
  ...(isSame ? { changes: before.briefing.id } : { follows: before.briefing.id }),
  differences: differencesOf(compared),
});

/** What a briefing says, however it was pasted and whatever was set beside it: of one briefing, one digest. */
const digestOfDraft = (draft: DraftReading): string =>
  digestOf(
    JSON.stringify([
      draft.briefing,
      draft.scenarios.map(({ line: _line, deadline: _deadline, criteria: _criteria, ...said }) => said),
    ]),
  );

/** Scenarios with the day on which each closes, or would. */
function withClosing(
  scenarios: readonly DraftScenario[],
  { topic, publishedOn, today, onRecord }: ClosingContext,
): DraftScenario[] {
  return scenarios.map((one, index) => {
    const known = onRecord[index];
    const byTerm = () => addDays(publishedOn, termDays(topic ?? DEFAULT_TERMS, one.term));
    const source = known !== undefined ? 'record' : one.deadline !== undefined ? 'chosen' : 'term';
    return { ...one, closes: { ...closingDay(known ?? one.deadline ?? byTerm(), today), source } };
  });
}

interface ClosingContext {
  topic: Topic | null;
  publishedOn: Day;
  today: Day;
  /** the deadlines of those that are on record already, in the order of the text */
  onRecord: readonly (Day | undefined)[];
}

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
