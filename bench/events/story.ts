/** A running story: what a desk said could happen, what did happen, and which of it an editor would want to be shown. */
export interface Story {
  topic: string;
  scenarios: LabelledScenario[];
  events: LabelledEvent[];
}

export interface LabelledScenario {
  topic: string;
  openedOn: string;
  deadline: string;
  statement: string;
  premise?: string;
  criteria: string | null;
  /** The events that bear on it, by their refs. */
  bears: string[];
}

export interface LabelledEvent {
  topic: string;
  ref: string;
  occurredOn: string;
  headline: string;
  summary: string | null;
  sources?: string[];
}

type ScenarioRow = readonly [
  openedOn: string,
  deadline: string,
  statement: string,
  criteria: string | null,
  bears: string,
];
type EventRow = readonly [ref: string, occurredOn: string, headline: string, summary: string | null];

/** `bears`: refs, separated by spaces. */
export const story = (
  topic: string,
  scenarios: readonly ScenarioRow[],
  events: readonly EventRow[],
): Story => ({
  topic,
  scenarios: scenarios.map(([openedOn, deadline, statement, criteria, bears]) => ({
    ...{ topic, openedOn, deadline, statement, criteria },
    bears: bears.split(' '),
  })),
  events: events.map(([ref, occurredOn, headline, summary]) => ({
    topic,
    ref,
    occurredOn,
    headline,
    summary,
  })),
});
