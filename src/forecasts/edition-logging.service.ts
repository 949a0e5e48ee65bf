import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BriefingVersion } from '../briefings/briefing.entity.js';
import type { Forecaster } from '../forecasters/forecaster.entity.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { recordInEdition } from '../scenarios/edition-store.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { Topic } from '../topics/topic.entity.js';
import type { DraftReading } from './briefing-draft.js';
import { type EditionPlan, planEdition, type PlannedScenario } from './edition-choices.js';
import { differencesOf } from './edition-differences.js';
import type { EditionBeside } from './edition-recognition.service.js';
import type { CreateBriefing, DraftScenario, RefusedItem } from './forecast.dto.js';
import { LoggingService, type Stated } from './logging.service.js';
import { requireProbability } from './probability.js';

/** Under which circumstances the scenarios of a briefing are recorded. */
export interface BriefingEntry {
  version: BriefingVersion;
  topic: Topic;
  publishedOn: string;
  publicAt: string | null;
  forecaster: Forecaster;
  stated: Stated;
  accountId: string;
}

export interface RecordedScenarios {
  scenarios: DraftScenario[];
  refused: RefusedItem[];
}

/** Puts on record what a briefing, or a further edition of one, says could happen. */
@Injectable()
export class EditionLogging {
  constructor(
    private readonly scenarios: ScenariosService,
    private readonly logging: LoggingService,
  ) {}

  /**
   * What is to be recorded of an edition.
   *
   * @throws {Problem} briefing_changed, edition_unanswered: with the differences, while an answer is missing;
   * choice_reserved, choice_unknown
   */
  plan(draft: DraftReading, beside: EditionBeside, body: CreateBriefing, viewer: Viewer): EditionPlan {
    const { choices = [], dropped = [] } = body;
    if (choices.length > 0 && !mayActAs(viewer, 'editor'))
      throw new Problem(
        'choice_reserved',
        'Whether a reworded scenario is the same or a new one, an editor says.',
      );
    const { plan, unanswered } = planEdition(beside.compared, { choices, dropped });
    const isAnswered = body.choices !== undefined || body.dropped !== undefined;
    const open = unanswered.reworded.length + unanswered.dropped.length;
    if (open === 0 && (isAnswered || !beside.isSame)) return plan;
    const { before, isSame, compared } = beside;
    const facts = {
      briefingId: before.briefing.id,
      differences: differencesOf(compared),
      unanswered,
      refused: draft.refused,
    };
    const what = `“${draft.briefing.headline}”`;
    if (isSame)
      throw new Problem(
        'briefing_changed',
        `${what} of ${before.briefing.publishedOn} is on record with another text. Nothing was recorded; these are the differences. ${toAnswer(unanswered)}`,
        facts,
      );
    throw new Problem(
      'edition_unanswered',
      `${what} is the next edition of a story on record. Nothing was recorded. ${toAnswer(unanswered)}`,
      facts,
    );
  }

  /** The scenarios of a briefing that follows none. */
  async first(manager: EntityManager, draft: DraftReading, entry: BriefingEntry): Promise<RecordedScenarios> {
    const scenarios: DraftScenario[] = [];
    for (const [index, item] of draft.scenarios.entries()) {
      const scenario = await this.add(manager, item, index + 1, entry);
      scenarios.push({ id: scenario.id, ...item });
    }
    return { scenarios, refused: [] };
  }

  /** Those of an edition, as planned; and what it leaves out. */
  async further(
    manager: EntityManager,
    { scenarios: planned, dropped }: EditionPlan,
    beside: EditionBeside,
    entry: BriefingEntry,
  ): Promise<RecordedScenarios> {
    const { version: briefingVersion, accountId, stated } = entry;
    const row = { briefingVersion, accountId, recordedAt: stated.recordedAt };
    const onRecord = await this.locked(manager, beside);
    const scenarios: DraftScenario[] = [];
    const refused: RefusedItem[] = [];
    for (const [index, item] of planned.entries()) {
      const { draft, standing } = item;
      const ordinal = index + 1;
      const before = item.onRecord && onRecord.get(item.onRecord.id)!;
      if (!before || standing === 'changed') {
        const scenario = await this.add(manager, draft, ordinal, entry);
        await recordInEdition(manager, { ...row, scenario, standing: 'new', ordinal });
        if (before) {
          await recordInEdition(manager, { ...row, scenario: before, standing, successor: scenario });
          await this.touch(manager, before, entry);
        }
        scenarios.push({ id: scenario.id, ...draft });
        continue;
      }
      const kept = keptOf(before, draft);
      if (kept !== null) refused.push({ line: draft.line, text: draft.statement, reason: kept });
      const forecastId = await this.again(manager, before, item, entry, refused);
      await recordInEdition(manager, {
        ...{ ...row, scenario: before, standing, ordinal, statement: draft.statement },
        ...(forecastId !== null && { forecastId }),
      });
      await this.touch(manager, before, entry);
      scenarios.push({ id: before.id, ...draft });
    }
    for (const { onRecord: one, why } of dropped) {
      const scenario = onRecord.get(one.id)!;
      await recordInEdition(manager, { ...row, scenario, standing: 'dropped', why });
      await this.touch(manager, scenario, entry);
    }
    return { scenarios, refused };
  }

  /** The scenarios on record as they are now: whoever judges one waits, or has done so. */
  private async locked(manager: EntityManager, { stated }: EditionBeside): Promise<Map<string, Scenario>> {
    const locked = new Map<string, Scenario>();
    for (const id of stated.map(({ scenario }) => scenario.id).sort())
      locked.set(id, await this.scenarios.lock(manager, id));
    return locked;
  }

  /** What saying a scenario again adds to it. @returns the id of its revision, if there is one */
  private async again(
    manager: EntityManager,
    scenario: Scenario,
    { draft, standing, onRecord }: PlannedScenario,
    entry: BriefingEntry,
    refused: RefusedItem[],
  ): Promise<string | null> {
    const isRevised = onRecord!.probability !== draft.probability;
    if (scenario.state !== 'open') {
      if (isRevised)
        refused.push({
          ...{ line: draft.line, text: draft.statement },
          reason: `The scenario is ${scenario.state}; its new probability was not taken.`,
        });
      return null;
    }
    if (standing !== 'clarified' && !isRevised) return null;
    requireAsPublic(scenario, entry);
    if (standing === 'clarified')
      await this.scenarios.clarify(
        manager,
        scenario,
        `Reworded on ${entry.publishedOn}, the same question: “${draft.statement}”`,
        entry.accountId,
      );
    if (!isRevised) return null;
    return this.logging.append(manager, {
      ...{ scenario, forecaster: entry.forecaster, ...entry.stated, accountId: entry.accountId },
      probabilityBp: requireProbability(draft.probability),
    });
  }

  private async add(
    manager: EntityManager,
    item: DraftScenario,
    ordinal: number,
    entry: BriefingEntry,
  ): Promise<Scenario> {
    const { topic, publicAt, accountId, forecaster, stated } = entry;
    const scenario = await this.scenarios.add(manager, {
      ...{ topic, kind: item.kind, term: item.term, statement: item.statement, premise: item.premise },
      ...{ openedOn: entry.publishedOn, publicAt, accountId },
      ...{ deadline: item.deadline, criteria: item.criteria },
      briefing: { briefing: entry.version.briefing, ordinal },
    });
    await this.logging.append(manager, {
      ...{ scenario, forecaster, ...stated, accountId },
      probabilityBp: requireProbability(item.probability),
    });
    return scenario;
  }

  /** What a hidden edition says of a public scenario must not show in the scenario's version. */
  private async touch(manager: EntityManager, scenario: Scenario, entry: BriefingEntry): Promise<void> {
    if (isAsPublic(scenario, entry)) await this.scenarios.touch(manager, scenario.id);
  }
}

/** What was given beside a scenario on record and is not taken, as a sentence; null where nothing was. */
function keptOf({ deadline }: Scenario, draft: DraftScenario): string | null {
  if (draft.deadline !== undefined && draft.deadline !== deadline)
    return `It is on record with the deadline ${deadline}, and a deadline does not move.`;
  return draft.criteria
    ? 'It is on record: its criteria are changed by a version of their own, at the scenario.'
    : null;
}

/** Whether an edition is public at least as soon as the scenario. */
const isAsPublic = (scenario: Scenario, { publicAt, stated }: BriefingEntry): boolean =>
  scenario.publicAt === null ||
  (publicAt !== null && (publicAt <= stated.recordedAt || publicAt <= scenario.publicAt));

function requireAsPublic(scenario: Scenario, entry: BriefingEntry): void {
  if (isAsPublic(scenario, entry)) return;
  throw new Problem(
    'edition_not_public',
    `Scenario “${scenario.id}” is public before this edition: its new probability or wording would tell of it. Record the edition when it is public, or hold the scenario back too.`,
    { scenario: scenario.id },
  );
}

function toAnswer({ reworded, dropped }: { reworded: string[]; dropped: string[] }): string {
  const asks = [
    ...(reworded.length > 0
      ? [
          `\`choices\`: for each reworded scenario, {scenario, as: “clarified” (the same question) or “changed” (a new scenario)}, from an editor`,
        ]
      : []),
    ...(dropped.length > 0 ? ['`dropped`: for each one left out, {scenario, why}'] : []),
  ];
  return asks.length > 0
    ? `Send it again with ${asks.join('; and ')}.`
    : 'To record it, send it again with `choices`: [].';
}
