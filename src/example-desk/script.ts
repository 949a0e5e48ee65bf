import { briefingText } from './briefing-text.js';
import { addDays } from '../days.js';
import { fillDays, termDays } from './days.js';
import { LAST_RECORDED, PHASE, type Day, type Draft, type Frame } from './draft.js';
import { EventBook } from './event-book.js';
import { FORECASTERS } from './forecasters.js';
import { writeOpinions } from './opinions.js';
import { closingDay, writeOutcome } from './outcomes.js';
import { randomFor } from './random.js';
import { TOPICS } from './topics/index.js';
import type { BriefingSource, Step, StepBody, TopicSource } from './types.js';

/**
 * Everything that the example desk does, in the order of time, for a desk whose last day is `endOn`. One `endOn` gives
 * one script. Nothing is recorded on `endOn` itself or after it, so a script that ends today can be played today.
 *
 * @example exampleDeskScript('2026-06-30').at(0) // => { at: '2024-07-07T08:…Z', type: 'forecaster', slug: 'desk', … }
 */
export function exampleDeskScript(endOn: string): Step[] {
  const date = (day: Day): string => addDays(endOn, day);
  const drafts: Draft[] = [];
  const events = new EventBook(drafts, date);
  const emit = (day: Day, phase: number, step: Draft['step']): void => {
    drafts.push({ day, phase, step });
  };

  const firstDay = Math.min(...TOPICS.flatMap(({ briefings }) => briefings.map(({ day }) => day)));
  for (const { slug, name, kind, public: isPublic } of FORECASTERS)
    emit(firstDay - 1, PHASE.ground, { type: 'forecaster', slug, name, kind, public: isPublic });

  for (const topic of TOPICS) {
    const { slug, title, shortDays, mediumDays, longDays } = topic;
    emit(Math.min(...topic.briefings.map(({ day }) => day)), PHASE.ground, {
      type: 'topic',
      slug,
      title,
      ...(shortDays === undefined ? {} : { shortDays }),
      ...(mediumDays === undefined ? {} : { mediumDays }),
      ...(longDays === undefined ? {} : { longDays }),
    });
    for (const briefing of topic.briefings) writeBriefing(topic, briefing, date, events, emit);
  }
  return timed(drafts, date);
}

function writeBriefing(
  topic: TopicSource,
  briefing: BriefingSource,
  date: (day: Day) => string,
  events: EventBook,
  emit: (day: Day, phase: number, step: Draft['step']) => void,
): void {
  const published = briefing.day;
  emit(published, PHASE.briefing, (at) => ({
    type: 'briefing',
    ref: briefing.ref,
    text: briefingText(topic, briefing, date(published), at.slice(11, 16)),
    forecaster: 'desk',
  }));
  briefing.scenarios.forEach((scenario, index) => {
    const deadline = published + termDays(topic, scenario.term);
    const fill = (text: string): string => fillDays(text, date(published), date(deadline));
    const frame: Frame = {
      topic,
      briefing,
      scenario,
      ref: `${briefing.ref}/${index}`,
      published,
      deadline,
      date,
      record: (happening, happenedOn, recordedOn) =>
        events.record(topic, published, happening, happenedOn, recordedOn),
      emit,
    };
    if (scenario.criteria !== undefined)
      emit(criteriaDay(frame), PHASE.criteria, {
        type: 'criteria',
        scenario: frame.ref,
        text: fill(scenario.criteria.text),
        edgeCases: scenario.criteria.edgeCases.map(({ case: what, counts }) => ({
          case: fill(what),
          counts,
        })),
      });
    writeSigns(frame);
    writeOpinions(frame);
    writeOutcome(frame);
  });
}

/** On the day of publication or the one after, and before anything has happened. */
function criteriaDay(frame: Frame): Day {
  const wanted = frame.published + randomFor(`${frame.ref} criteria`).between(0, 1);
  return Math.min(wanted, closingDay(frame) - 1, LAST_RECORDED);
}

function writeSigns(frame: Frame): void {
  for (const { event, bearing, note } of frame.scenario.signs ?? []) {
    const recorded = frame.record(event, frame.published + event.after);
    frame.emit(recorded.recordedOn, PHASE.evidence, {
      type: 'evidence',
      scenario: frame.ref,
      event: recorded.ref,
      bearing,
      ...(note === undefined ? {} : { note }),
    });
  }
}

const OPENS_AT = 8 * 60 + 5;
const CLOSES_AT = 17 * 60 + 50;

/** Spreads each day's steps over its working hours, UTC, in the order in which they rest on one another. */
function timed(drafts: readonly Draft[], date: (day: Day) => string): Step[] {
  const days = new Map<Day, Draft[]>();
  for (const draft of drafts) days.set(draft.day, [...(days.get(draft.day) ?? []), draft]);
  return [...days.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, ofDay]) => {
      const random = randomFor(`minutes ${day}`);
      const slot = (CLOSES_AT - OPENS_AT) / ofDay.length;
      return ofDay
        .sort((a, b) => a.phase - b.phase)
        .map(({ step }, index): Step => {
          const seconds = Math.floor((OPENS_AT + (index + 0.9 * random.unit()) * slot) * 60);
          const at = `${date(day)}T${clock(seconds)}.000Z`;
          const body: StepBody = typeof step === 'function' ? step(at) : step;
          return { at, ...body };
        });
    });
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
