import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { isLater } from '../evidence/settling.js';
import { ANSWERS, type EventDoubt } from '../resolutions/doubt.js';
import { Referral, type ReferralCause } from '../resolutions/queue.entity.js';
import { ResolutionEvidence } from '../resolutions/resolution.entity.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';

/** What an event is to a scenario that it is linked to. */
interface Use {
  event: Event;
  scenario: Scenario;
  /** How it stands linked to the statement; null where it bears on the premise only. */
  link: Evidence | null;
  /** What the latest resolution rests on it for; nothing, where it does not. */
  roles: ResolutionEvidence['role'][];
}

/**
 * When an event is no longer what it was, the scenarios that rest on it return to the queue. Their score stands,
 * flagged, until an editor corrects it, or until the event is again what it was: that is said in a further row.
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
   * the scenario occurred, and not by the deadline where it did not (rule 4). And where it shows that the premise held: by
   * the deadline (rule 8).
   */
  async eventRedated(manager: EntityManager, eventId: string): Promise<void> {
    await this.reconsider(manager, eventId, 'event_redated', ({ event, scenario, link, roles }) => {
      const { occurredOn } = event;
      const late = occurredOn > scenario.deadline;
      if (roles.includes('premise') && scenario.state === 'resolved' && late) return true;
      if (link === null) return false;
      const early = !isLater(
        { occurredOn, afterPublication: link.afterPublication === 1 },
        scenario.openedOn,
      );
      if (scenario.occurred === 0 && link.bearing === 'settles') return !early && !late;
      const settles = roles.includes('outcome') && link.bearing !== 'supports';
      return settles && (early || (scenario.occurred === 1 && late));
    });
  }

  /** A retracted event is no ground of anything; believed again, it is, and may say once more how late something came. */
  async eventBelieved(manager: EntityManager, eventId: string): Promise<void> {
    await this.reconsider(
      manager,
      eventId,
      'event_retracted',
      ({ event, roles }) => event.standing === 'retracted' && roles.length > 0,
    );
  }

  private async reconsider(
    manager: EntityManager,
    eventId: string,
    doubt: EventDoubt,
    breaks: (use: Use) => boolean,
  ): Promise<void> {
    const event = await manager.findOneByOrFail(Event, { id: eventId });
    const links = await manager.find(Evidence, {
      where: { event: { id: eventId } },
      relations: { scenario: true },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    for (const scenarioId of new Set(links.map((link) => link.scenario.id))) {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      await this.evidence.refreshLateOn(manager, scenario);
      const resolution = await this.resolutions.latest(manager, scenarioId);
      if (resolution !== null && resolution.outcome !== 'reopened') {
        const rests = { resolution: { id: resolution.id }, event: { id: eventId } };
        const roles = (await manager.findBy(ResolutionEvidence, rests)).map(({ role }) => role);
        const link = links
          .filter((one) => one.scenario.id === scenarioId && one.subject === 'statement')
          .at(-1);
        const isIn = await this.isInDoubt(manager, resolution.id, eventId, doubt);
        const shouldBe = breaks({ event, scenario, link: link ?? null, roles });
        if (shouldBe !== isIn)
          await manager.insert(Referral, {
            ...{ id: newId(), scenario, resolution, event, cause: shouldBe ? doubt : ANSWERS[doubt] },
            recordedAt: toInstant(this.clock.now()),
          });
      }
      await this.scenarios.touch(manager, scenarioId);
    }
  }

  private async isInDoubt(
    manager: EntityManager,
    resolutionId: string,
    eventId: string,
    doubt: EventDoubt,
  ): Promise<boolean> {
    const count = (cause: ReferralCause) =>
      manager.countBy(Referral, { resolution: { id: resolutionId }, event: { id: eventId }, cause });
    return (await count(doubt)) > (await count(ANSWERS[doubt]));
  }
}
