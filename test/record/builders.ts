import { expect } from '@jest/globals';
import type { Report } from '../../src/calibration/index.js';
import type { EventView } from '../../src/events/event.dto.js';
import type { EvidenceView } from '../../src/evidence/evidence.dto.js';
import type { BriefingReadingView, ForecastView } from '../../src/forecasts/forecast.dto.js';
import type { ResolutionView } from '../../src/resolutions/resolution.dto.js';
import type { ScenarioListItem } from '../../src/scenarios/scenario.dto.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import type { TopicView } from '../../src/topics/topic.dto.js';
import type { Answer, TestApp, Who } from '../support/app.js';

/** What the tests of the rules build with; whatever they do not say is unremarkable and accepted. */

type Fields = Record<string, unknown> & { as?: Who };
/** What is answered, or the problem in its place. */
type Asked<T> = Promise<Answer<T>>;

let count = 0;
const fresh = (name: string): string => `${name} ${(count += 1)}`;

/** An instant of a day in UTC; noon if no time is given. */
export const on = (day: string, time = '12:00:00.000'): string => `${day}T${time}Z`;

const created = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
  const { status, body } = await answer;
  expect({ status, detail: status === 201 ? '' : body }).toEqual({ status: 201, detail: '' });
  return body;
};

/** @returns the slug of a new topic, whose days are counted in UTC unless it says otherwise */
export async function aTopic(desk: TestApp, fields: Fields = {}): Promise<string> {
  const body = { title: fresh('Harbour strike'), ...fields };
  return (await created(desk.call<TopicView>('POST', 'topics', { as: 'editor', body }))).slug;
}

/** Asks for a scenario to be logged. */
export const logScenario = (desk: TestApp, { as = 'analyst', ...fields }: Fields): Asked<ScenarioRecord> =>
  desk.call<ScenarioRecord>('POST', 'scenarios', {
    as,
    body: {
      kind: 'risk',
      term: 'short',
      statement: 'The port closes for a day.',
      probability: 0.7,
      ...fields,
    },
  });

/** A scenario on record, in a topic of its own if none is named. */
export async function aScenario(desk: TestApp, fields: Fields = {}): Promise<ScenarioRecord> {
  const topic = fields['topic'] ?? (await aTopic(desk));
  return created(logScenario(desk, { ...fields, topic }));
}

/** Asks for a forecast to be logged. */
export const logForecast = (
  desk: TestApp,
  scenarioId: string,
  { as = 'analyst', ...fields }: Fields,
): Asked<ForecastView> =>
  desk.call<ForecastView>('POST', `scenarios/${scenarioId}/forecasts`, {
    as,
    body: { probability: 0.6, ...fields },
  });

export const aForecast = (desk: TestApp, scenarioId: string, fields: Fields = {}): Promise<ForecastView> =>
  created(logForecast(desk, scenarioId, fields));

/** Asks for a briefing to be logged; without `scenarios` it has one, given at 0.7. */
export const logBriefing = (
  desk: TestApp,
  { as = 'analyst', ...fields }: Fields,
): Asked<BriefingReadingView> =>
  desk.call<BriefingReadingView>('POST', 'briefings', {
    as,
    body: {
      headline: fresh('Dockers walk out'),
      scenarios: [{ kind: 'risk', term: 'short', probability: 0.7, statement: 'The port closes for a day.' }],
      ...fields,
    },
  });

/** A briefing on record, public at once, in a topic of its own if none is named. */
export async function aBriefing(desk: TestApp, fields: Fields = {}): Promise<BriefingReadingView> {
  const topic = fields['topic'] ?? (await aTopic(desk));
  return created(logBriefing(desk, { ...fields, topic }));
}

/** Asks for an event to be logged. */
export const logEvent = (desk: TestApp, { as = 'analyst', ...fields }: Fields): Asked<EventView> =>
  desk.call<EventView>('POST', 'events', { as, body: { headline: fresh('Port closes'), ...fields } });

/** @returns the id of an event on record: reported, unless it says otherwise, which an editor does */
export async function anEvent(desk: TestApp, fields: Fields): Promise<string> {
  const topic = fields['topic'] ?? (await aTopic(desk));
  const as = fields['standing'] === undefined ? 'analyst' : 'editor';
  return (await created(logEvent(desk, { as, ...fields, topic }))).id;
}

/** Asks for an event to be linked to a scenario. */
export const link = (
  desk: TestApp,
  scenarioId: string,
  fields: { eventId: string; bearing: string; afterPublication?: boolean },
): Asked<EvidenceView> =>
  desk.call<EvidenceView>('POST', `scenarios/${scenarioId}/evidence`, { as: 'analyst', body: fields });

/** Asks for a judgement to be recorded; with a reason, unless `reason: undefined` is said. */
export const resolve = (
  desk: TestApp,
  scenarioId: string,
  { as = 'editor', ...fields }: Fields,
): Asked<ResolutionView> =>
  desk.call<ResolutionView>('POST', `scenarios/${scenarioId}/resolutions`, {
    as,
    body: { reason: 'As the port authority announced.', ...fields },
  });

/** A judgement on record. */
export const resolved = (desk: TestApp, scenarioId: string, fields: Fields): Promise<ResolutionView> =>
  created(resolve(desk, scenarioId, fields));

/** All that is on record of a scenario. */
export async function recordOf(desk: TestApp, scenarioId: string): Promise<ScenarioRecord> {
  const { status, body } = await desk.call<ScenarioRecord>('GET', `scenarios/${scenarioId}`, {
    as: 'editor',
  });
  expect(status).toBe(200);
  return body;
}

/** What is on record of the first scenario of a briefing. */
export const recordIn = (desk: TestApp, briefing: BriefingReadingView): Promise<ScenarioRecord> =>
  recordOf(desk, briefing.scenarios[0]!.id!);

/** The judgement that stands, or stood until it was reopened. */
export const latestOf = (record: ScenarioRecord): ResolutionView => record.resolutions.at(-1)!;

/** The scenarios on record in a topic. */
export async function scenariosIn(desk: TestApp, topic: string): Promise<ScenarioListItem[]> {
  const { body } = await desk.call<{ items: ScenarioListItem[] }>('GET', `scenarios?topic=${topic}`, {
    as: 'editor',
  });
  return body.items;
}

/** The report on a topic: the headline, unless the query says otherwise. */
export async function reportOn(desk: TestApp, topic: string, query = ''): Promise<Report> {
  const { status, body } = await desk.call<Report>('GET', `calibration?topic=${topic}&${query}`, {
    as: 'editor',
  });
  expect(status).toBe(200);
  return body;
}

/** Holds an answer against the refusal that a rule promises. */
export function expectRefusal(
  { status, body, headers }: Answer<object>,
  expected: number,
  code: string,
): void {
  expect({ status, ...body }).toMatchObject({
    ...{ status: expected, code, detail: expect.stringMatching(/\S+ \S+/) as unknown },
  });
  expect(headers['content-type']).toContain('application/problem+json');
}

/** A refusal that leaves the scenario exactly as it was. */
export async function expectRefused(
  desk: TestApp,
  scenarioId: string,
  act: () => Promise<Answer<object>>,
  [status, code]: readonly [number, string],
): Promise<void> {
  const before = await recordOf(desk, scenarioId);
  expectRefusal(await act(), status, code);
  expect(await recordOf(desk, scenarioId)).toEqual(before);
}
