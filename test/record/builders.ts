import { expect } from '@jest/globals';
import type { Answer, TestApp, Who } from '../support/app.js';

/** What the tests of the rules build with; whatever they do not say is unremarkable and accepted. */

type Fields = Record<string, unknown> & { as?: Who };
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they expect to be there
type Body = any;

let count = 0;
const fresh = (name: string): string => `${name} ${(count += 1)}`;

/** An instant of a day in UTC; noon if no time is given. */
export const on = (day: string, time = '12:00:00.000'): string => `${day}T${time}Z`;

const created = async (answer: Promise<Answer<Body>>): Promise<Body> => {
  const { status, body } = await answer;
  expect({ status, detail: status === 201 ? '' : body }).toEqual({ status: 201, detail: '' });
  return body;
};

/** @returns the slug of a new topic, whose days are counted in UTC unless it says otherwise */
export async function aTopic(desk: TestApp, fields: Fields = {}): Promise<string> {
  const body = { title: fresh('Harbour strike'), ...fields };
  return (await created(desk.call('POST', 'topics', { as: 'editor', body }))).slug;
}

/** Asks for a scenario to be logged. */
export const logScenario = (desk: TestApp, { as = 'analyst', ...fields }: Fields): Promise<Answer<Body>> =>
  desk.call('POST', 'scenarios', {
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
export async function aScenario(desk: TestApp, fields: Fields = {}): Promise<Body> {
  const topic = fields['topic'] ?? (await aTopic(desk));
  return created(logScenario(desk, { ...fields, topic }));
}

/** Asks for a forecast to be logged. */
export const logForecast = (
  desk: TestApp,
  scenarioId: string,
  { as = 'analyst', ...fields }: Fields,
): Promise<Answer<Body>> =>
  desk.call('POST', `scenarios/${scenarioId}/forecasts`, { as, body: { probability: 0.6, ...fields } });

export const aForecast = (desk: TestApp, scenarioId: string, fields: Fields = {}): Promise<Body> =>
  created(logForecast(desk, scenarioId, fields));

/** Asks for a briefing to be logged; without `scenarios` it has one, given at 0.7. */
export const logBriefing = (desk: TestApp, { as = 'analyst', ...fields }: Fields): Promise<Answer<Body>> =>
  desk.call('POST', 'briefings', {
    as,
    body: {
      headline: fresh('Dockers walk out'),
      scenarios: [{ kind: 'risk', term: 'short', probability: 0.7, statement: 'The port closes for a day.' }],
      ...fields,
    },
  });

/** A briefing on record, public at once, in a topic of its own if none is named. */
export async function aBriefing(desk: TestApp, fields: Fields = {}): Promise<Body> {
  const topic = fields['topic'] ?? (await aTopic(desk));
  return created(logBriefing(desk, { ...fields, topic }));
}

/** Asks for an event to be logged. */
export const logEvent = (desk: TestApp, { as = 'analyst', ...fields }: Fields): Promise<Answer<Body>> =>
  desk.call('POST', 'events', { as, body: { headline: fresh('Port closes'), ...fields } });

/** @returns the id of an event on record: reported, unless it says otherwise */
export async function anEvent(desk: TestApp, fields: Fields): Promise<string> {
  const topic = fields['topic'] ?? (await aTopic(desk));
  return (await created(logEvent(desk, { ...fields, topic }))).id;
}

/** Asks for an event to be linked to a scenario. */
export const link = (
  desk: TestApp,
  scenarioId: string,
  fields: { eventId: string; bearing: string; afterPublication?: boolean },
): Promise<Answer<Body>> =>
  desk.call('POST', `scenarios/${scenarioId}/evidence`, { as: 'analyst', body: fields });

/** Asks for a judgement to be recorded; with a reason, unless `reason: undefined` is said. */
export const resolve = (
  desk: TestApp,
  scenarioId: string,
  { as = 'editor', ...fields }: Fields,
): Promise<Answer<Body>> =>
  desk.call('POST', `scenarios/${scenarioId}/resolutions`, {
    as,
    body: { reason: 'As the port authority announced.', ...fields },
  });

/** A judgement on record. */
export const resolved = (desk: TestApp, scenarioId: string, fields: Fields): Promise<Body> =>
  created(resolve(desk, scenarioId, fields));

/** All that is on record of a scenario. */
export async function recordOf(desk: TestApp, scenarioId: string): Promise<Body> {
  const { status, body } = await desk.call('GET', `scenarios/${scenarioId}`, { as: 'editor' });
  expect(status).toBe(200);
  return body;
}

/** The report on a topic: the headline, unless the query says otherwise. */
export async function reportOn(desk: TestApp, topic: string, query = ''): Promise<Body> {
  const { status, body } = await desk.call('GET', `calibration?topic=${topic}&${query}`, { as: 'editor' });
  expect(status).toBe(200);
  return body;
}

/** Holds an answer against the refusal that a rule promises. */
export function expectRefusal({ status, body, headers }: Answer<Body>, expected: number, code: string): void {
  expect({ status, code: body.code, body }).toMatchObject({ status: expected, code });
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body.detail).toMatch(/\S+ \S+/);
}

/** A refusal that leaves the scenario exactly as it was. */
export async function expectRefused(
  desk: TestApp,
  scenarioId: string,
  act: () => Promise<Answer<Body>>,
  [status, code]: readonly [number, string],
): Promise<void> {
  const before = await recordOf(desk, scenarioId);
  expectRefusal(await act(), status, code);
  expect(await recordOf(desk, scenarioId)).toEqual(before);
}
