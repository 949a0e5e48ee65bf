import type { Referral, ReferralCause } from './queue.entity.js';

/** What puts an event that a resolution rests on in doubt, and what answers that. */
export const ANSWERS = { event_retracted: 'event_restored', event_redated: 'date_restored' } as const;
export type EventDoubt = keyof typeof ANSWERS;

/** What puts a resolution in doubt. That a reread disagreed is answered by a further resolution alone. */
export const DOUBTS = ['event_retracted', 'event_redated', 'reread_disagreed'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What is said of an event: that it is in doubt, or no longer. */
export const EVENT_CAUSES = ['event_retracted', 'event_redated', 'event_restored', 'date_restored'] as const;
export type EventCause = (typeof EVENT_CAUSES)[number];

export const EVENT_DOUBTS = Object.keys(ANSWERS) as EventDoubt[];
const isEventDoubt = (cause: ReferralCause): cause is EventDoubt => cause in ANSWERS;

/** How many more referrals raise a doubt than answer it; each is answered before it is raised again. */
const unanswered = (doubt: EventDoubt) =>
  `SUM(CASE r."cause" WHEN '${doubt}' THEN 1 WHEN '${ANSWERS[doubt]}' THEN -1 ELSE 0 END) > 0`;

const ofLatest = (holding: string) => `EXISTS (SELECT 1 FROM "referral" r
  JOIN "resolution" x ON x."id" = r."resolutionId"
  WHERE r."scenarioId" = s."id"
    AND x."ordinal" = (SELECT MAX(y."ordinal") FROM "resolution" y WHERE y."scenarioId" = s."id")
  GROUP BY r."resolutionId", r."eventId"
  HAVING ${holding})`;

/** Whether an event that the latest resolution of the scenario `s` rests on is in doubt, for a query. */
export const EVENT_IN_DOUBT = ofLatest(EVENT_DOUBTS.map(unanswered).join(' OR '));

/** Whether that resolution is in doubt, for whatever reason. */
export const IN_DOUBT = ofLatest([...EVENT_DOUBTS.map(unanswered), 'r."eventId" IS NULL'].join(' OR '));

/**
 * The doubt that stands against the events of a resolution: the latest that has not been answered; null where none stands.
 *
 * @param referrals of the resolution, loaded with their events, oldest first
 */
export function eventDoubtOf(referrals: readonly Referral[]): { cause: EventDoubt; eventId: string } | null {
  const standing = referrals.flatMap(({ cause, event }) => {
    if (!isEventDoubt(cause)) return [];
    const count = (of: ReferralCause) =>
      referrals.filter((one) => one.event?.id === event!.id && one.cause === of).length;
    return count(cause) > count(ANSWERS[cause]) ? [{ cause, eventId: event!.id }] : [];
  });
  return standing.at(-1) ?? null;
}

/** The doubt that stands against a resolution; its events come first. @param referrals as above */
export function doubtOf(referrals: readonly Referral[]): Doubt | null {
  const disagreed = referrals.some(({ cause }) => cause === 'reread_disagreed');
  return eventDoubtOf(referrals)?.cause ?? (disagreed ? 'reread_disagreed' : null);
}
