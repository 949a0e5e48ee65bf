import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING, isVisible, onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { EventsService } from '../events/events.service.js';
import { Source } from '../events/source.entity.js';
import { pageBy } from '../http/page-by.js';
import type { Page, PageQuery } from '../http/paging.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import type { Subject } from '../scenarios/criteria.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { storeOptional, words } from '../texts/texts.js';
import {
  type AddEvidence,
  type EventBearing,
  eventBearing,
  type EvidenceView,
  evidenceView,
} from './evidence.dto.js';
import { type Bearing, Evidence } from './evidence.entity.js';
import { type EventFacts, lateOnOf, mustBear } from './settling.js';

@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly scenarios: ScenariosService,
  ) {}

  /**
   * Links an event to the statement of a scenario, or to its premise. One that settles the statement must be later than the
   * scenario (rule 3).
   */
  async add(scenarioId: string, body: AddEvidence, viewer: Viewer): Promise<EvidenceView> {
    return this.database.withWriteTransaction(async (manager) => {
      await this.hold(manager, [body.eventId]);
      const scenario = await this.scenarios.lock(manager, scenarioId);
      const event = await this.events.find(manager, body.eventId);
      if (!event) throw unknownEvent(body.eventId, 'eventId');
      const link = { ...body, on: body.on ?? 'statement', afterPublication: body.afterPublication ?? false };
      mustBear(scenario, { ...factsOf(event), ...link });
      await this.mayLinkAgain(manager, scenario, event, link, viewer);
      const id = await this.append(manager, scenario, event, link, viewer.accountId!);
      await this.refreshLateOn(manager, scenario);
      await this.scenarios.touch(manager, scenarioId);
      const all = await this.list(manager, scenarioId, EVERYTHING);
      return all.find((one) => one.id === id)!;
    });
  }

  /**
   * Of two links of one event the later one counts, so a second one with another bearing takes the first one back.
   *
   * @throws {Problem} evidence_of_another
   */
  private async mayLinkAgain(
    manager: EntityManager,
    scenario: Scenario,
    event: Event,
    link: { on: Subject; bearing: Bearing; afterPublication: boolean },
    viewer: Viewer,
  ): Promise<void> {
    if (mayActAs(viewer, 'editor')) return;
    const before = await manager.findOne(Evidence, {
      where: { scenario: { id: scenario.id }, event: { id: event.id }, subject: link.on },
      relations: { loggedBy: true },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
    if (before === null || before.loggedBy.id === viewer.accountId) return;
    if (before.bearing === link.bearing && (before.afterPublication === 1) === link.afterPublication) return;
    throw new Problem(
      'evidence_of_another',
      `Somebody else linked this event as “${before.bearing}”: they, or an editor, say otherwise.`,
      { bearing: before.bearing },
    );
  }

  /**
   * Makes those wait who would change an event that something is about to rest on: they find the link then. Events are
   * held before scenarios, as those who change an event hold them.
   */
  async hold(manager: EntityManager, eventIds: readonly string[]): Promise<void> {
    for (const id of [...new Set(eventIds)].sort()) await this.database.holdRow(manager, Event, id);
  }

  async append(
    manager: EntityManager,
    scenario: Scenario,
    event: Event,
    input: { on: Subject; bearing: Bearing; afterPublication: boolean; note?: string; quote?: string },
    accountId: string,
  ): Promise<string> {
    const id = newId();
    await manager.insert(Evidence, {
      ...{ id, scenario, event, subject: input.on, bearing: input.bearing },
      afterPublication: Number(input.afterPublication),
      note: await storeOptional(manager, input.note),
      quote: await storeOptional(manager, input.quote),
      loggedBy: { id: accountId } as Account,
      recordedAt: toInstant(this.clock.now()),
    });
    return id;
  }

  /** The evidence of a scenario, oldest first; events that this sight may not see are left out with it. */
  async list(manager: EntityManager, scenarioId: string, sight: Sight): Promise<EvidenceView[]> {
    return (await this.ofScenarios(manager, [scenarioId], sight)).get(scenarioId) ?? [];
  }

  /** The scenarios on which an event bears, the latest link first; of two links to the same the later one counts. */
  async ofEvent(eventId: string, sight: Sight, page: PageQuery): Promise<Page<EventBearing>> {
    const manager = this.database.read;
    const query = manager
      .createQueryBuilder(Evidence, 'evidence')
      .innerJoinAndSelect('evidence.scenario', 'scenario')
      .leftJoinAndSelect('evidence.note', 'note')
      .leftJoinAndSelect('evidence.quote', 'quote')
      .where('evidence.eventId = :eventId', { eventId }).andWhere(`NOT EXISTS (SELECT 1 FROM "evidence" later
        WHERE later."scenarioId" = "evidence"."scenarioId" AND later."eventId" = "evidence"."eventId"
          AND later."subject" = "evidence"."subject"
          AND (later."recordedAt", later."id") > ("evidence"."recordedAt", "evidence"."id"))`);
    onlyVisible(query, 'scenario', sight);
    const found = await pageBy(query, page, 'DESC', [
      ['evidence.recordedAt', (row: Evidence) => row.recordedAt],
      ['evidence.id', (row: Evidence) => row.id],
    ]);
    const ids = found.items.map((row) => row.scenario.id);
    const scenarios = await this.scenarios.byIds(manager, ids, sight);
    return {
      ...found,
      items: found.items.map((row) => eventBearing(row, scenarios.get(row.scenario.id)!)),
    };
  }

  /** The same of several, by scenario id. */
  async ofScenarios(
    manager: EntityManager,
    scenarioIds: readonly string[],
    sight: Sight,
  ): Promise<Map<string, EvidenceView[]>> {
    const rows = (await this.rows(manager, scenarioIds)).filter((row) => isVisible(row.event, sight));
    const sources = await manager.find(Source, {
      where: { event: { id: In(rows.map((row) => row.event.id)) } },
      relations: { event: true, outlet: true, url: true, quote: true, origin: true },
      order: { ordinal: 'ASC' },
    });
    const views = new Map<string, EvidenceView[]>();
    for (const row of rows) {
      const own = views.get(row.scenario.id) ?? [];
      const ofEvent = sources.filter((source) => source.event.id === row.event.id);
      views.set(row.scenario.id, [...own, evidenceView(row, ofEvent)]);
    }
    return views;
  }

  /**
   * The facts of some events as a scenario's rules see them.
   *
   * @param on what they are to bear on
   * @param field of the request that names them
   * @throws {Problem} event_unknown
   */
  async facts(
    manager: EntityManager,
    scenarioId: string,
    eventIds: readonly string[],
    { on, field }: { on: Subject; field: string },
  ): Promise<EventFacts[]> {
    if (eventIds.length === 0) return [];
    const linked = (await this.rows(manager, [scenarioId])).filter((row) => row.subject === on);
    const events = await manager.find(Event, {
      where: { id: In([...eventIds]) },
      relations: { headline: true },
    });
    return eventIds.map((id) => {
      const event = events.find((one) => one.id === id);
      if (!event) throw unknownEvent(id, field);
      const link = linked.filter((row) => row.event.id === id).at(-1);
      return {
        ...factsOf(event),
        bearing: link?.bearing ?? null,
        afterPublication: link?.afterPublication === 1,
      };
    });
  }

  /** The events that stand linked as settling the statement of a scenario; of an event linked twice, the later link counts. */
  async settling(manager: EntityManager, scenarioId: string): Promise<Event[]> {
    const latest = new Map<string, Evidence>();
    for (const row of await this.rows(manager, [scenarioId]))
      if (row.subject === 'statement') latest.set(row.event.id, row);
    return [...latest.values()]
      .filter((row) => row.bearing === 'settles' && row.event.standing !== 'retracted')
      .map((row) => row.event);
  }

  /**
   * Rule 4: an event past the deadline that would have settled a scenario says how late it came, without a correction
   * of the resolution.
   */
  async refreshLateOn(manager: EntityManager, scenario: Scenario): Promise<void> {
    const mayBeLate = scenario.occurred === 0 && scenario.outcomeOn === scenario.deadline;
    const settling = mayBeLate ? await this.settling(manager, scenario.id) : [];
    const lateOn = lateOnOf(
      scenario,
      settling.map((event) => event.occurredOn),
    );
    if (lateOn !== scenario.lateOn) await manager.update(Scenario, { id: scenario.id }, { lateOn });
  }

  private rows(manager: EntityManager, scenarioIds: readonly string[]): Promise<Evidence[]> {
    return manager.find(Evidence, {
      where: { scenario: { id: In([...scenarioIds]) } },
      relations: {
        scenario: true,
        event: { topic: true, headline: true, summary: true, attribution: true },
        ...{ note: true, quote: true },
      },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
  }
}

const unknownEvent = (id: string, field: string): Problem =>
  new Problem('event_unknown', `There is no event “${id}” (${field}).`, { eventId: id, field });

const factsOf = (event: Event): Omit<EventFacts, 'bearing' | 'afterPublication'> => ({
  id: event.id,
  headline: words(event.headline),
  occurredOn: event.occurredOn,
  standing: event.standing,
});
