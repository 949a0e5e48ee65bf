import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { isLater } from '../evidence/settling.js';
import { Referral, type ReferralCause } from '../resolutions/queue.entity.js';
import { ResolutionEvidence } from '../resolutions/resolution.entity.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';

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

  /** A corrected day matters where it breaks rule 3 (later than the opening) or rule 4 (by the deadline). */
  async eventRedated(manager: EntityManager, eventId: string): Promise<void> {
    await this.refer(manager, eventId, 'event_redated', (event, scenario, afterPublication) => {
      const early = !isLater({ occurredOn: event.occurredOn, afterPublication }, scenario.openedOn);
      return early || (scenario.occurred === 1 && event.occurredOn > scenario.deadline);
    });
  }

  async eventRetracted(manager: EntityManager, eventId: string): Promise<void> {
    await this.refer(manager, eventId, 'event_retracted', () => true);
  }

  /** What is believed again may say once more how late something came. */
  async eventRestored(manager: EntityManager, eventId: string): Promise<void> {
    await this.refer(manager, eventId, 'event_retracted', () => false);
  }

  private async refer(
    manager: EntityManager,
    eventId: string,
    cause: ReferralCause,
    breaks: (event: Event, scenario: Scenario, afterPublication: boolean) => boolean,
  ): Promise<void> {
    const event = await manager.findOneByOrFail(Event, { id: eventId });
    const links = await manager.find(Evidence, {
      where: { event: { id: eventId } },
      relations: { scenario: true },
      order: { recordedAt: 'ASC' },
    });
    const byScenario = new Map(links.map((link) => [link.scenario.id, link]));
    for (const [scenarioId, link] of byScenario) {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      await this.evidence.refreshLateOn(manager, scenario);
      const resolution = await this.resolutions.latest(manager, scenarioId);
      const rests =
        resolution !== null &&
        (await manager.existsBy(ResolutionEvidence, {
          resolution: { id: resolution.id },
          event: { id: eventId },
        }));
      if (rests && resolution.outcome !== 'reopened' && breaks(event, scenario, link.afterPublication === 1))
        await manager.insert(Referral, {
          ...{ id: newId(), scenario, resolution, event, cause },
          recordedAt: toInstant(this.clock.now()),
        });
      await this.scenarios.touch(manager, scenarioId);
    }
  }
}
