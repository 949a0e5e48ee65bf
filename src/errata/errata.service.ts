import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Erratum, type ErratumSubject } from '../amendments/erratum.entity.js';
import { corrected, errataOf } from '../amendments/errata.js';
import { erratumView } from '../amendments/erratum.dto.js';
import { Briefing } from '../briefings/briefing.entity.js';
import { indexBriefing } from '../briefings/briefing-index.js';
import { BriefingsService } from '../briefings/briefings.service.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { dayOf, isDay, isInstant, toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { MatterChanges } from '../events/matter-changes.js';
import { EventsService } from '../events/events.service.js';
import { Forecast } from '../forecasts/forecast.entity.js';
import { requireProbability } from '../forecasts/probability.js';
import { requireHeld } from '../http/if-match.js';
import { invalid, isText, isWithin } from '../http/validation.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { CRITERIA_CHANGE } from '../scenarios/criteria-store.js';
import { KINDS, Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { storeText, words } from '../texts/texts.js';
import type { Text } from '../texts/text.entity.js';
import { TERMS } from '../topics/topic.entity.js';
import { TopicsService } from '../topics/topics.service.js';
import { criteriaChange } from './criteria-change.js';
import type { CreateErratum, CreateScenarioErratum, ErratumRecord } from './erratum.dto.js';
import { Reconsideration } from './reconsideration.js';

/** A field before and after: a short value, or a text. */
interface Change {
  was: string | Text | null;
  became: string | Text;
}

/** Corrects slips (rule 10): the slip stays on record, the corrected value counts. */
@Injectable()
export class ErrataService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly events: EventsService,
    private readonly briefings: BriefingsService,
    private readonly scenarios: ScenariosService,
    private readonly reconsideration: Reconsideration,
    private readonly matter: MatterChanges,
  ) {}

  async forecast(id: string, body: CreateErratum, viewer: Viewer): Promise<ErratumRecord> {
    return this.database.withWriteTransaction(async (manager) => {
      const forecast = await manager.findOne(Forecast, {
        where: { id },
        relations: { scenario: true, forecaster: true },
      });
      if (!forecast) throw new Problem('not_found', `There is no forecast “${id}”.`);
      await this.scenarios.lock(manager, forecast.scenario.id);
      const record = await this.append(
        manager,
        'forecast',
        id,
        body,
        viewer,
        await this.forecastChange(manager, forecast, body),
      );
      await this.scenarios.touch(manager, forecast.scenario.id, forecast.forecaster.id);
      return record;
    });
  }

  async event(id: string, body: CreateErratum, viewer: Viewer): Promise<ErratumRecord> {
    return this.database.withWriteTransaction(async (manager) => {
      const event = await this.events.lock(manager, id);
      const change = await this.eventChange(manager, event, body);
      const record = await this.append(manager, 'event', id, body, viewer, change);
      await manager.update(Event, { id }, { [body.field]: change.became });
      await manager.increment(Event, { id }, 'version', 1);
      await this.matter.eventChanged(manager, id);
      if (body.field === 'occurredOn') await this.reconsideration.eventRedated(manager, id);
      return record;
    });
  }

  async scenario(id: string, body: CreateScenarioErratum, viewer: Viewer): Promise<ErratumRecord> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.scenarios.lock(manager, id);
      const { change, update } = await this.scenarioChange(manager, scenario, body);
      const record = await this.append(manager, 'scenario', id, body, viewer, change);
      if (update) await manager.update(Scenario, { id }, update);
      await this.matter.scenarioChanged(manager, id);
      await this.scenarios.touch(manager, id);
      return record;
    });
  }

  async briefing(id: string, body: CreateErratum, viewer: Viewer): Promise<ErratumRecord> {
    const fields = ['headline', 'standfirst', 'takeaway', 'edition'] as const;
    return this.database.withWriteTransaction(async (manager) => {
      await this.database.holdRow(manager, Briefing, id);
      const briefing = await this.briefings.show(id, EVERYTHING, manager);
      requireHeld(briefing);
      const field = oneOf(fields, body.field);
      const was = briefing[field];
      const became = await storeText(manager, textValue(body.value));
      const record = await this.append(manager, 'briefing', id, body, viewer, {
        was: was === null ? null : await storeText(manager, was),
        became,
      });
      await manager.increment(Briefing, { id }, 'version', 1);
      await indexBriefing(manager, id);
      return record;
    });
  }

  private async forecastChange(
    manager: EntityManager,
    forecast: Forecast,
    body: CreateErratum,
  ): Promise<Change> {
    const field = oneOf(['probability', 'statedAt'] as const, body.field);
    const errata = (await errataOf(manager, [forecast.id])).get(forecast.id);
    if (field === 'probability')
      return {
        was: corrected(errata, field, String(forecast.probabilityBp)),
        became: String(requireProbability(body.value)),
      };
    if (!isInstant(body.value))
      throw invalid([{ field: 'value', message: 'must be an instant in UTC, ending in Z' }]);
    const statedAt = toInstant(new Date(body.value));
    if (forecast.archival !== 1)
      throw new Problem(
        'erratum_not_allowed',
        'A live forecast was stated when it was recorded; that does not move.',
      );
    if (statedAt > forecast.recordedAt)
      throw new Problem('stated_in_future', `It was recorded on ${forecast.recordedAt}, before ${statedAt}.`);
    return { was: corrected(errata, field, forecast.statedAt), became: statedAt };
  }

  private async eventChange(manager: EntityManager, event: Event, body: CreateErratum): Promise<Change> {
    const field = oneOf(['occurredOn', 'headline', 'summary', 'attribution'] as const, body.field);
    if (field !== 'occurredOn')
      return {
        was: event[field],
        became: await storeText(manager, textValue(body.value)),
      };
    if (!isDay(body.value))
      throw invalid([{ field: 'value', message: 'must be a day that exists, as YYYY-MM-DD' }]);
    const today = dayOf(this.clock.now(), event.topic.zone);
    if (body.value > today)
      throw new Problem('event_in_future', `${body.value} has not come yet.`, { today });
    return { was: event.occurredOn, became: body.value };
  }

  /** Topic, kind and term may move, and the figures with them; deadline and probability never move. */
  private async scenarioChange(manager: EntityManager, scenario: Scenario, body: CreateScenarioErratum) {
    const fields = ['topic', 'kind', 'term', 'statement', 'premise', CRITERIA_CHANGE] as const;
    const field = oneOf(fields, body.field);
    if (field === CRITERIA_CHANGE)
      return { change: await criteriaChange(manager, scenario.id, body), update: null };
    if (field === 'topic') {
      const topic = await this.topics.require(manager, textValue(body.value));
      if (scenario.publicAt !== null) await this.topics.requireShown(manager, topic, 'the scenario');
      return { change: { was: scenario.topic.slug, became: topic.slug }, update: { topic } };
    }
    if (field === 'kind' || field === 'term') {
      const allowed: readonly string[] = field === 'kind' ? KINDS : TERMS;
      const value = allowed.find((one) => one === body.value);
      if (!value) throw invalid([{ field: 'value', message: `must be one of ${allowed.join(', ')}` }]);
      return { change: { was: scenario[field], became: value }, update: { [field]: value } };
    }
    const text = await storeText(manager, textValue(body.value));
    return { change: { was: scenario[field], became: text }, update: { [field]: text } };
  }

  private async append(
    manager: EntityManager,
    subject: ErratumSubject,
    subjectId: string,
    body: CreateScenarioErratum,
    viewer: Viewer,
    { was, became }: Change,
  ): Promise<ErratumRecord> {
    if (
      (typeof was === 'object' ? words(was) : was) === (typeof became === 'object' ? words(became) : became)
    )
      throw invalid([{ field: 'value', message: 'is what stands there already' }]);
    if (body.criteriaVersion !== undefined && body.field !== CRITERIA_CHANGE)
      throw invalid([{ field: 'criteriaVersion', message: `is for the field ${CRITERIA_CHANGE} alone` }]);
    const erratum = manager.create(Erratum, {
      ...{ id: newId(), subject, subjectId, field: body.field },
      criteriaVersion: body.criteriaVersion ?? null,
      was: typeof was === 'string' ? was : null,
      became: typeof became === 'string' ? became : null,
      wasText: typeof was === 'string' ? null : was,
      becameText: typeof became === 'string' ? null : became,
      proof: await storeText(manager, body.proof),
      loggedBy: { id: viewer.accountId! } as Account,
      recordedAt: toInstant(this.clock.now()),
    });
    await manager.insert(Erratum, erratum);
    return { id: erratum.id, ...erratumView(erratum) };
  }
}

function oneOf<T extends string>(fields: readonly T[], field: string): T {
  const known = fields.find((one) => one === field);
  if (!known)
    throw new Problem(
      'erratum_not_allowed',
      `“${field}” has no errata here; these have: ${fields.join(', ')}.`,
      {
        fields,
      },
    );
  return known;
}

function textValue(value: unknown): string {
  if (!isText(value) || !isWithin(value, 4000))
    throw invalid([
      { field: 'value', message: 'must be a text of at most 4000 characters, without control characters' },
    ]);
  return value;
}
