import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BriefingReadingView, DraftScenario } from '../../src/forecasts/forecast.dto.js';
import type { Page } from '../../src/http/paging.js';
import type { ScenarioListItem } from '../../src/scenarios/scenario.dto.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const PORT = { kind: 'risk', term: 'short', probability: 0.7, statement: 'The port shuts for a week.' };
const CRITERIA = {
  text: 'The harbour office says so in its notices.',
  edgeCases: [{ case: 'six days', counts: false }],
};
const FRIDAY = '2026-07-31';

const bodyIn = (topic: string, scenarios: object[], fields = {}) => ({
  ...{ topic, headline: 'Quay shut', publishedOn: OPENING_DAY, scenarios, ...fields },
});
const preview = async (body: object): Promise<BriefingReadingView> => {
  const { status, body: answer } = await desk.post<BriefingReadingView>('briefings/preview', body, 'analyst');
  expect(status).toBe(200);
  return answer;
};
const recorded = ({ topic, ...fields }: ReturnType<typeof bodyIn>) => desk.briefing(topic, fields);
const closes = ({ scenarios }: BriefingReadingView): DraftScenario['closes'][] =>
  scenarios.map((one) => one.closes);

describe('a scenario of a briefing', () => {
  it('tells on which day it would close: by its term, or as chosen; what is on record keeps its own', async () => {
    const topic = await desk.topic();
    const body = bodyIn(topic, [PORT, { ...PORT, statement: 'The lock jams.', deadline: FRIDAY }]);
    expect(closes(await preview(body))).toEqual([
      { day: '2026-09-13', weekday: 'Sunday', inDays: 90, source: 'term' },
      { day: FRIDAY, weekday: 'Friday', inDays: 46, source: 'chosen' },
    ]);
    const { scenarios } = await recorded(body);
    expect((await desk.show({ id: scenarios[1]!.id! })).deadline).toBe(FRIDAY);
    const again = await preview(bodyIn(topic, [PORT, { ...PORT, statement: 'The lock jams.' }]));
    expect(again.recognised).toBe(true); // what was set beside the text is no part of it
    expect(closes(again)[1]).toMatchObject({ day: FRIDAY, source: 'record' });
  });

  it('takes its terms from the topic, and from a new topic where none is known yet', async () => {
    const topic = await desk.topic({ shortDays: 30 });
    expect(closes(await preview(bodyIn(topic, [PORT])))[0]?.day).toBe('2026-07-15');
    expect(closes(await preview(bodyIn('Nobody knows it', [PORT])))[0]?.day).toBe('2026-09-13');
  });

  it('is recorded with its criteria and their edge cases, and is then observable', async () => {
    const body = bodyIn(await desk.topic(), [{ ...PORT, criteria: CRITERIA }]);
    expect((await preview(body)).scenarios[0]).toMatchObject({ criteria: CRITERIA });
    const { scenarios } = await recorded(body);
    const { criteria, testability } = await desk.show({ id: scenarios[0]!.id! });
    expect([criteria, testability]).toMatchObject([{ version: 1, ...CRITERIA }, 'observable']);
  });

  it('blocks only itself where its deadline lies before the publication day, and says which it is', async () => {
    const early = { ...PORT, statement: 'The lock jams.', deadline: '2026-06-14' };
    const body = bodyIn(await desk.topic(), [early, PORT, { ...PORT, probability: 2 }]);
    const reading = await preview(body);
    expect(reading.scenarios.map(({ statement }) => statement)).toEqual([PORT.statement]);
    expect(reading.refused.map(({ index }) => index)).toEqual([0, 2]);
    expect(reading.refused[0]!.reason).toMatch(/2026-06-14 lies before 2026-06-15/);
    expect((await recorded(body)).refused).toEqual(reading.refused.map(({ index: _, ...item }) => item));
  });

  it('keeps deadline and criteria when an edition says it again, and says what was not taken', async () => {
    const topic = await desk.topic();
    await recorded(bodyIn(topic, [PORT], { edition: 'Update #1' }));
    const { refused } = await recorded(
      bodyIn(topic, [{ ...PORT, probability: 0.8, deadline: FRIDAY, criteria: CRITERIA }], {
        ...{ edition: 'Update #2', headline: 'Quay still shut' },
      }),
    );
    expect(refused).toMatchObject([{ reason: expect.stringMatching(/deadline does not move/) as unknown }]);
    const { items } = await desk.read<Page<ScenarioListItem>>(`scenarios?topic=${topic}`);
    expect(items).toMatchObject([{ deadline: '2026-09-13', criteria: null }]);
  });
});
