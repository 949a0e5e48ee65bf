import { type Day, daysBetween } from '../days.js';

/** What the day of an event means for a scenario. */
export interface Timing {
  /** 0..1, to multiply a score with. */
  factor: number;
  why: string;
}

/** Before the prediction it settles nothing (rule 3); after the deadline it can only say how late. */
const BEFORE = 0.45;
const AFTER = 0.75;
/** From so long past the deadline on, it is about as far off as one before the prediction. */
const LONG_AFTER_DAYS = 30;

export function timingOf(occurredOn: Day, openedOn: Day, deadline: Day | null): Timing {
  if (occurredOn < openedOn)
    return { factor: BEFORE, why: 'before the prediction: can be precedent, never settle' };
  if (deadline === null) return { factor: 1, why: `${inDays(openedOn, occurredOn)} after the prediction` };
  if (occurredOn > deadline) {
    const late = daysBetween(deadline, occurredOn);
    return {
      factor: late > LONG_AFTER_DAYS ? BEFORE : AFTER,
      why: `${inDays(deadline, occurredOn)} after the deadline`,
    };
  }
  if (occurredOn === deadline) return { factor: 1, why: 'on the day of the deadline' };
  return { factor: 1, why: `${inDays(occurredOn, deadline)} before the deadline` };
}

function inDays(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  return days === 1 ? '1 day' : `${days} days`;
}
