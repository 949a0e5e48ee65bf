import type { Referral, ReferralCause } from './queue.entity.js';

/** What puts a resolution in doubt, and what answers that. */
export const ANSWERS = { event_retracted: 'event_restored', event_redated: 'date_restored' } as const;
export type Doubt = keyof typeof ANSWERS;

const DOUBTS = Object.keys(ANSWERS) as Doubt[];
const isDoubt = (cause: ReferralCause): cause is Doubt => cause in ANSWERS;

/** How many more referrals raise a doubt than answer it; each is answered before it is raised again. */
const unanswered = (doubt: Doubt) =>
  `SUM(CASE r."cause" WHEN '${doubt}' THEN 1 WHEN '${ANSWERS[doubt]}' THEN -1 ELSE 0 END) > 0`;

/** Whether the latest resolution of the scenario `s` is in doubt, for a query. */
export const IN_DOUBT = `EXISTS (SELECT 1 FROM "referral" r JOIN "resolution" x ON x."id" = r."resolutionId"
  WHERE r."scenarioId" = s."id"
    AND x."ordinal" = (SELECT MAX(y."ordinal") FROM "resolution" y WHERE y."scenarioId" = s."id")
  GROUP BY r."resolutionId", r."eventId"
  HAVING ${DOUBTS.map(unanswered).join(' OR ')})`;

/**
 * The doubt that stands against a resolution: the latest that has not been answered; null where none stands.
 *
 * @param referrals of the resolution, loaded with their events, oldest first
 */
export function doubtOf(referrals: readonly Referral[]): { cause: Doubt; eventId: string } | null {
  const standing = referrals.flatMap(({ cause, event }) => {
    if (!isDoubt(cause)) return [];
    const count = (of: ReferralCause) =>
      referrals.filter((one) => one.event.id === event.id && one.cause === of).length;
    return count(cause) > count(ANSWERS[cause]) ? [{ cause, eventId: event.id }] : [];
  });
  return standing.at(-1) ?? null;
}
