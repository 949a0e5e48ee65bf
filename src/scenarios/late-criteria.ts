import type { EntityManager } from 'typeorm';
import { Event } from '../events/event.entity.js';
import type { Subject } from './criteria.entity.js';
import type { Scenario } from './scenario.entity.js';

/** Whether criteria recorded then come late: true for past the deadline, or the event that was there before them. */
export async function lateBy(
  manager: EntityManager,
  scenario: Pick<Scenario, 'id' | 'openedOn' | 'closesAt'>,
  subject: Subject,
  recordedAt: string,
): Promise<boolean | Event> {
  return recordedAt >= scenario.closesAt || ((await candidateEvent(manager, scenario, subject)) ?? false);
}

/**
 * The event that makes criteria late: one that is not earlier than the scenario and has been linked to what they judge.
 * Of several the one that the public sees first, so that its mark tells of nothing hidden. By table name, as evidence is a
 * later room.
 *
 * @returns null where there is none: an earlier event, a precedent, does not tell the outcome
 */
export async function candidateEvent(
  manager: EntityManager,
  scenario: Pick<Scenario, 'id' | 'openedOn'>,
  subject: Subject,
): Promise<Event | null> {
  const events = await manager
    .createQueryBuilder(Event, 'event')
    .where('event.occurredOn >= :openedOn', { openedOn: scenario.openedOn })
    .andWhere(
      `EXISTS (SELECT 1 FROM "evidence" l
        WHERE l."eventId" = event.id AND l."scenarioId" = :id AND l."subject" = :subject)`,
      { id: scenario.id, subject },
    )
    .orderBy('event.id')
    .getMany();
  return events.sort((a, b) => (publicFrom(a) < publicFrom(b) ? -1 : 1))[0] ?? null;
}

const publicFrom = (event: Event): string => event.publicAt ?? '9999';
