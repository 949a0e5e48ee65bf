import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk, OPENING_DAY } from './desk-builders.js';
import { type Ids, publicAnswers } from './public-answers.js';

/** A zero-width space: gone from what is read of a text, and there in the text itself. */
const MARK = 'cana\u200bry-original';

let desk: Desk;
let ids: Ids;
let answers: string;
let logs: { scenario: string; event: string; briefing: string };

/** A string for each private place: what only the desk may read, in records that anyone may see. */
beforeAll(async () => {
  desk = await Desk.open();
  const topic = await desk.topic();
  const { body: logged } = await desk.post<{ briefing: { id: string }; scenarios: { id: string }[] }>(
    'briefings',
    {
      topic,
      ...{ headline: 'Talks stall', publishedOn: OPENING_DAY },
      text: `Talks stall\n\nNobody moves, ${MARK}.\n\nWhat could happen next?\n\nRisk\nShort term · 0.4\nThe port closes.\n`,
    },
  );
  const scenario = await desk.scenario(topic, {
    rationale: 'The mood.',
    criteria: { text: 'The bulletin.' },
  });
  desk.today('2026-06-20');
  const event = await desk.event(topic, {
    sources: [
      { outlet: 'The Gull', text: 'canary-source-text', quote: 'It closed.', url: 'https://gull.example/1' },
      { outlet: 'The Tern', text: 'canary-second-text' },
    ],
  });
  const secret = await desk.event(topic, {
    headline: 'canary-event',
    summary: 'canary-summary',
    publicAt: null,
  });
  await desk.evidence(scenario, secret, { bearing: 'supports', note: 'canary-note', quote: 'canary-quote' });
  await desk.post(`events/${event.id}/sources`, {
    sources: [{ outlet: 'The Crow', text: 'canary-third-text' }],
  });
  await desk.occurred(scenario, event, { shortfall: 'Half a day.' });
  logs = { scenario: scenario.id, event: event.id, briefing: logged.briefing.id };
  ids = {
    ...{ topics: [topic], forecasters: ['desk'], events: [event.id, secret.id] },
    ...{ briefings: [logged.briefing.id], scenarios: [scenario.id, ...logged.scenarios.map(({ id }) => id)] },
  };
  answers = [...(await publicAnswers(desk, ids)).values()].join('\n');
});
afterAll(() => desk.close());

describe('rule 13: a public answer', () => {
  it('has the outlet, the link and the short quote', () => {
    for (const said of ['The Gull', 'https://gull.example/1', 'It closed.', 'The Crow', 'The bulletin.'])
      expect(answers).toContain(said);
  });

  it.each(['canary-source-text', 'canary-second-text', 'canary-third-text'])(
    'never has the text of a source: %s',
    async (text) => {
      expect(answers).not.toContain(text);
      expect(JSON.stringify(await desk.read(`events/${logs.event}`, 'analyst'))).toContain(text);
    },
  );

  it('never has what was pasted as a briefing, to the letter', async () => {
    expect(answers).toContain('canary-original');
    expect(answers).not.toContain(MARK);
    expect(await desk.read(`briefings/${logs.briefing}`)).not.toHaveProperty('original');
    expect(await desk.read(`briefings/${logs.briefing}`, 'analyst')).toMatchObject({
      original: expect.stringContaining(MARK) as unknown,
    });
  });

  it('has nothing of a hidden event, nor of how it was linked', async () => {
    expect(answers).not.toMatch(/canary-(event|summary|note|quote)/);
    const { evidence } = await desk.show({ id: logs.scenario }, 'analyst');
    expect(evidence).toMatchObject([{ note: 'canary-note', quote: 'canary-quote' }, {}]);
  });

  it('has no token, nor its hash, nor the id of an account', async () => {
    const secrets = [
      ...Object.values(desk.app.tokens),
      ...(await desk.sql<{ hash: string }>('SELECT "hash" FROM "api_token"')).map(({ hash }) => hash),
      ...(await desk.sql<{ id: string }>('SELECT "id" FROM "account"')).map(({ id }) => id),
    ];
    expect(secrets.length).toBeGreaterThanOrEqual(9);
    expect(secrets.filter((secret) => answers.includes(secret))).toEqual([]);
  });

  it('names nobody as they log in: a display name, or a word of the role', async () => {
    const names = await desk.sql<{ name: string }>('SELECT "name" FROM "account"');
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(names.filter(({ name }) => answers.includes(name))).toEqual([]);
    expect(answers).toContain('an editor');
    await desk.write(`UPDATE "account" SET "displayName" = 'Eda of the desk' WHERE "name" = 'test editor'`);
    const named = [...(await publicAnswers(desk, ids)).values()].join('\n');
    expect(named).toContain('Eda of the desk');
    expect(named).not.toContain('test editor');
    expect(JSON.stringify(await desk.show({ id: logs.scenario }, 'analyst'))).toContain('test editor');
  });
});
