import { dayInWords } from './days.js';
import { LAST_RECORDED, PHASE, type Day, type Frame } from './draft.js';
import { randomFor } from './random.js';
import type { Settlement, StepBody, Then } from './types.js';

type Resolution = Extract<StepBody, { type: 'resolution' }>;

/** Writes what became of a scenario: its events, its resolutions, what came late and what was put off. */
export function writeOutcome(frame: Frame): void {
  const { scenario, published } = frame;
  const then: Then = scenario.then;
  switch (then.how) {
    case 'occurred':
    case 'absent':
    case 'impossible':
      settle(frame, then);
      return;
    case 'late': {
      const { event, shortfall } = then;
      settle(frame, { how: 'absent', shortfall }, Math.min(6, event.after - 1));
      const recorded = frame.record(event, frame.deadline + event.after);
      frame.emit(recorded.recordedOn, PHASE.evidence, {
        type: 'evidence',
        scenario: frame.ref,
        event: recorded.ref,
        bearing: 'settles',
        note: `Occurred ${event.after} days after the deadline.`,
      });
      return;
    }
    case 'annulled': {
      const event = then.event && frame.record(then.event, published + then.event.after);
      const seenOn = published + (then.event?.after ?? then.after);
      resolve(frame, published + then.after, {
        outcome: 'annulled',
        outcomeOn: frame.date(Math.min(seenOn, frame.deadline)),
        reason: then.reason,
        evidence: event === undefined ? [] : [event.ref],
        annulment: then.annulment,
        ...(then.duplicateOf === undefined ? {} : { duplicateOf: then.duplicateOf }),
      });
      return;
    }
    case 'corrected': {
      const correctedOn = published + then.after;
      const wrong = settle(frame, then.wrong);
      if (then.retracted !== undefined && wrong !== undefined)
        frame.emit(correctedOn, PHASE.standing, {
          type: 'standing',
          event: wrong,
          standing: 'retracted',
          reason: then.retracted,
        });
      settle(frame, then.right, 0, { day: correctedOn, reason: then.reason });
      return;
    }
    case 'reopened': {
      const day = published + then.after;
      const first = settle(frame, then.first);
      if (then.disputed !== undefined && first !== undefined)
        frame.emit(day, PHASE.standing, {
          type: 'standing',
          event: first,
          standing: 'disputed',
          reason: then.disputed,
        });
      resolve(frame, day, {
        outcome: 'reopened',
        outcomeOn: frame.date(day),
        reason: then.reason,
        evidence: [],
      });
      if (then.again !== undefined) settle(frame, then.again);
      return;
    }
    case 'overdue': {
      if (then.deferral === undefined) return;
      const day = published + then.deferral.after;
      frame.emit(day, PHASE.deferral, {
        type: 'deferral',
        scenario: frame.ref,
        until: frame.date(day + then.deferral.days),
        reason: then.deferral.reason,
      });
      return;
    }
    case 'open':
      return;
  }
}

/** One settlement: its event, where there is one, then its resolution. Answers the event's reference. */
function settle(
  frame: Frame,
  settlement: Settlement,
  mostDaysAfterDeadline = 6,
  correction?: { day: Day; reason: string },
): string | undefined {
  const random = randomFor(`${frame.ref} ${settlement.how}`);
  if (settlement.how === 'absent') {
    const day = correction?.day ?? frame.deadline + random.between(1, mostDaysAfterDeadline);
    resolve(frame, day, {
      outcome: 'not_occurred',
      outcomeOn: frame.date(frame.deadline),
      reason: correction?.reason ?? settlement.judged ?? absenceReason(frame),
      basis: settlement.judged === undefined ? 'absence' : 'judged',
      evidence: [],
      ...(settlement.shortfall === undefined ? {} : { shortfall: settlement.shortfall }),
    });
    return undefined;
  }
  const { event } = settlement;
  const happenedOn = frame.published + event.after;
  const recorded = frame.record(event, happenedOn, correction?.day);
  const occurred = settlement.how === 'occurred';
  const own = settlement.how === 'occurred' ? settlement.judged : settlement.reason;
  const outlet = event.sources[0]?.[0] ?? '';
  resolve(frame, correction?.day ?? recorded.recordedOn + random.between(0, 3), {
    outcome: occurred ? 'occurred' : 'not_occurred',
    outcomeOn: frame.date(happenedOn),
    reason:
      correction?.reason ??
      own ??
      `${event.headline}: ${outlet}, ${dayInWords(frame.date(recorded.recordedOn))}.`,
    basis: occurred && own !== undefined ? 'judged' : 'observed',
    evidence: [recorded.ref],
  });
  return recorded.ref;
}

function resolve(frame: Frame, day: Day, resolution: Omit<Resolution, 'type' | 'scenario'>): void {
  frame.emit(Math.min(day, LAST_RECORDED), PHASE.resolution, {
    type: 'resolution',
    scenario: frame.ref,
    ...resolution,
  });
}

/** Where an editor looked before calling something absent. */
function absenceReason(frame: Frame): string {
  const [first, second] = frame.topic.papers;
  const deadline = dayInWords(frame.date(frame.deadline));
  return randomFor(`${frame.ref} absence`).pick([
    `The deadline, ${deadline}, has passed, and neither ${first} nor ${second} reports it.`,
    `Searched ${first} and ${second} up to ${deadline}: nothing of the kind.`,
    `No event on file meets the statement by ${deadline}, and ${first} carries none.`,
    `The term ended on ${deadline} without it.`,
    `Read ${first} day by day up to ${deadline}: it is not there.`,
  ]);
}

/** The first day on which a forecast would come too late, or would no longer be taken. */
export function closingDay(frame: Frame): Day {
  const { published, deadline } = frame;
  const then = frame.scenario.then;
  const on = (settlement: Settlement): Day =>
    settlement.how === 'absent' ? deadline : published + settlement.event.after;
  switch (then.how) {
    case 'occurred':
    case 'absent':
    case 'impossible':
      return on(then);
    case 'late':
      return deadline;
    case 'annulled':
      return Math.min(published + (then.event?.after ?? then.after), deadline);
    case 'corrected':
      return Math.min(on(then.wrong), on(then.right));
    case 'reopened':
      return on(then.first);
    case 'overdue':
      return deadline;
    case 'open':
      return 0;
  }
}

/** How it ended, as far as is known: for the numbers that are drawn. */
export function endedAs(then: Then): boolean | undefined {
  switch (then.how) {
    case 'occurred':
      return true;
    case 'absent':
    case 'impossible':
    case 'late':
      return false;
    case 'corrected':
      return endedAs(then.right);
    case 'reopened':
      return then.again === undefined ? undefined : endedAs(then.again);
    case 'annulled':
    case 'overdue':
    case 'open':
      return undefined;
  }
}
