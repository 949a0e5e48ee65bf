import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Publication, PUBLISHABLE } from '../amendments/publication.entity.js';
import { Briefing } from '../briefings/briefing.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { type EventView } from '../events/event.dto.js';
import { Event, EventStanding } from '../events/event.entity.js';
import { MatterChanges } from '../events/matter-changes.js';
import { EventsService } from '../events/events.service.js';
import { requireHeld } from '../http/if-match.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { publicationInstant } from '../topics/publishing.js';
import { TopicsService } from '../topics/topics.service.js';
import { storeText } from '../texts/texts.js';
import type { CreateStanding, PublicationRecord } from './erratum.dto.js';
import { Reconsideration } from './reconsideration.js';

type Publishable = (typeof PUBLISHABLE)[number];

/** What is believed of an event, and what is public, as they change: each step appended with who decided it. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly scenarios: ScenariosService,
    private readonly reconsideration: Reconsideration,
    private readonly matter: MatterChanges,
    private readonly topics: TopicsService,
  ) {}

  async setStanding(eventId: string, body: CreateStanding, viewer: Viewer): Promise<EventView> {
    const sight = { desk: true, now: toInstant(this.clock.now()) };
    return this.database.withWriteTransaction(async (manager) => {
      const event = await this.events.lock(manager, eventId);
      await manager.insert(EventStanding, {
        ...{ id: newId(), event, standing: body.standing, recordedAt: sight.now },
        reason: await storeText(manager, body.reason),
        loggedBy: { id: viewer.accountId! } as Account,
      });
      await manager.update(Event, { id: eventId }, { standing: body.standing });
      await manager.increment(Event, { id: eventId }, 'version', 1);
      if ((body.standing === 'retracted') !== (event.standing === 'retracted'))
        await this.reconsideration.eventBelieved(manager, eventId);
      await this.matter.eventChanged(manager, eventId);
      return this.events.show(eventId, sight, manager);
    });
  }

  /**
   * Rule 13: from when the public may see it. A briefing takes its scenarios along.
   *
   * @param publicAt an instant, `now`, or null for the desk alone
   * @throws {Problem} publication_in_past; topic_private where a briefing would show the topic of a scenario that was moved
   */
  async publish(
    subject: Publishable,
    subjectId: string,
    publicAt: string | null,
    viewer: Viewer,
  ): Promise<PublicationRecord> {
    return this.database.withWriteTransaction(async (manager) => {
      const recordedAt = toInstant(this.clock.now());
      const instant = publicationInstant(publicAt, recordedAt);
      await this.update(manager, subject, subjectId, instant);
      const row = { id: newId(), publicAt: instant, recordedAt };
      await manager.insert(Publication, {
        ...{ ...row, subject, subjectId },
        loggedBy: { id: viewer.accountId! } as Account,
      });
      return row;
    });
  }

  private async update(
    manager: EntityManager,
    subject: Publishable,
    id: string,
    publicAt: string | null,
  ): Promise<void> {
    const entity = { event: Event, scenario: Scenario, briefing: Briefing }[subject];
    await this.database.holdRow(manager, entity, id);
    const row = await manager.findOneBy<Event | Scenario | Briefing>(entity, { id });
    if (!row) throw new Problem('not_found', `There is no ${subject} “${id}”.`);
    requireHeld(row);
    await manager.update(entity, { id }, { publicAt });
    if (subject === 'scenario') return this.scenarios.touch(manager, id);
    await manager.increment(entity, { id }, 'version', 1);
    if (subject !== 'briefing') return;
    const { topic } = await manager.findOneOrFail(Briefing, { where: { id }, relations: { topic: true } });
    const scenarios = await manager.find(Scenario, {
      where: { briefing: { id } },
      relations: { topic: true },
    });
    for (const scenario of scenarios) {
      if (publicAt !== null && scenario.topic.id !== topic.id)
        await this.topics.requireShown(manager, scenario.topic, `scenario “${scenario.id}”`);
      await manager.update(Scenario, { id: scenario.id }, { publicAt });
      await this.scenarios.touch(manager, scenario.id);
    }
  }
}
