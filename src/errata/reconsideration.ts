import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { isLater } from '../evidence/settling.js';
import { type EventCause, Referral } from '../resolutions/queue.entity.js';
import { ResolutionEvidence } from '../resolutions/resolution.entity.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';

/** What an event is to a scenario that it is linked to. */
interface Use {
  event: Event;
  scenario: Scenario;
  link: Evidence;
  /** What the latest resolution rests on it for; nothing, where it does not. */
  roles: ResolutionEvidence['role'][];
}

/**
 * When an event is no longer what it was, the scenarios that rest on it return to the queue. Their score stands,
 * flagged, until an editor corrects it.
 */
@Injectable()
export class Reconsideration {
  constructor(
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
    private readonly evidence: EvidenceService,
    private readonly resolutions: ResolutionsService,
  ) {}

  /**
   * A corrected day matters where the event settles: it must be later than the opening (rule 3), by the deadline where
   * the scenario occurred, and not by the deadline where it did not (rule 4).
   */
  async eventRedated(manager: EntityManager, eventId: string): Promise<void> {
    await this.refer(manager, eventId, 'event_redated', ({ event, scenario, link, roles }) => {
      const { occurredOn } = event;
      const late = occurredOn > scenario.deadline;
      const early = !isLater(
        { occurredOn, afterPublication: link.afterPublication === 1 },
        scenario.openedOn,
      );
      if (scenario.occurred === 0 && link.bearing === 'settles') return !early && !late;
      const settles = roles.includes('outcome') && link.bearing !== 'supports';
      return settles && (early || (scenario.occurred === 1 && late));
    });
  }

  async eventRetracted(manager: EntityManager, eventId: string): Promise<void> {
    await this.refer(manager, eventId, 'event_retracted', ({ roles }) => roles.length > 0);
  }

  /** What is believed again may say once more how late something came. */
  async eventRestored(manager: EntityManager, eventId: string): Promise<void> {
    await this.refer(manager, eventId, 'event_retracted', () => false);
  }

  private async refer(
    manager: EntityManager,
    eventId: string,
    cause: EventCause,
    breaks: (use: Use) => boolean,
  ): Promise<void> {
    const event = await manager.findOneByOrFail(Event, { id: eventId });
    const links = await manager.find(Evidence, {
      where: { event: { id: eventId } },
      relations: { scenario: true },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    const byScenario = new Map(links.map((link) => [link.scenario.id, link]));
    for (const [scenarioId, link] of byScenario) {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      await this.evidence.refreshLateOn(manager, scenario);
      const resolution = await this.resolutions.latest(manager, scenarioId);
      if (resolution !== null && resolution.outcome !== 'reopened') {
        const rests = { resolution: { id: resolution.id }, event: { id: eventId } };
        const roles = (await manager.findBy(ResolutionEvidence, rests)).map(({ role }) => role);
        if (breaks({ event, scenario, link, roles }))
          await manager.insert(Referral, {
            ...{ id: newId(), scenario, resolution, event, cause },
            recordedAt: toInstant(this.clock.now()),
          });
      }
      await this.scenarios.touch(manager, scenarioId);
    }
  }
}
