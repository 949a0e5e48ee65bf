import type { BriefingSource, Happening, ScenarioSource, StepBody, TopicSource } from './types.js';

/** The desk's clock while the script is being laid out: whole days before the last one, so always negative. */
export type Day = number;

/** Nothing is recorded on the last day itself: it belongs to whoever opens the desk. */
export const LAST_RECORDED: Day = -1;

/** Within a day, what others rest on comes first. */
export const PHASE = {
  ground: 0,
  briefing: 1,
  criteria: 2,
  event: 3,
  standing: 4,
  evidence: 5,
  forecast: 6,
  withdrawal: 7,
  resolution: 8,
  deferral: 9,
} as const;

/** A step whose time of day is not settled yet; the briefing's text is rendered once it is. */
export interface Draft {
  day: Day;
  phase: number;
  step: StepBody | ((at: string) => StepBody);
}

/** A scenario in its place: everything that its part of the script needs. */
export interface Frame {
  topic: TopicSource;
  briefing: BriefingSource;
  scenario: ScenarioSource;
  ref: string;
  published: Day;
  deadline: Day;
  date: (day: Day) => string;
  /** Takes an event down once, however many scenarios it bears on, and says where and when. */
  record: (happening: Happening, happenedOn: Day, recordedOn?: Day) => RecordedEvent;
  emit: (day: Day, phase: number, step: StepBody) => void;
}

export interface RecordedEvent {
  ref: string;
  recordedOn: Day;
}
