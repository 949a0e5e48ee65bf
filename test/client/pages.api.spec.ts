import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

let desk: TestApp;
let resolved: string;
let embargoed: string;

const text = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

beforeAll(async () => {
  desk = await startTestApp();
  await desk.call('POST', 'topics', { as: 'editor', body: { title: 'Harbour strike' } });
  const scenario = { topic: 'harbour-strike', kind: 'risk', term: 'short', probability: 0.7 };
  const add = (body: object) =>
    desk.call<{ id: string }>('POST', 'scenarios', { as: 'analyst', body: { ...scenario, ...body } });
  resolved = (await add({ statement: 'The port closes for a day.' })).body.id;
  embargoed = (await add({ statement: 'The fleet is sold.', publicAt: null })).body.id;
  await add({ statement: 'The ferry stops.' });
  desk.clock.moveTo('2026-06-20T12:00:00.000Z');
  const event = await desk.call<{ id: string }>('POST', 'events', {
    as: 'analyst',
    body: {
      ...{ topic: 'harbour-strike', headline: 'Port closes', occurredOn: '2026-06-18' },
      sources: [{ outlet: 'The Gull', publishedOn: '2026-06-18', url: 'https://gull.example/port' }],
    },
  });
  await desk.call('POST', `scenarios/${resolved}/evidence`, {
    as: 'editor',
    body: { eventId: event.body.id, bearing: 'settles' },
  });
  await desk.call('POST', `scenarios/${resolved}/resolutions`, {
    as: 'editor',
    body: {
      ...{ outcome: 'occurred', outcomeOn: '2026-06-18', reason: 'It closed.', evidence: [event.body.id] },
    },
  });
});
afterAll(() => desk.stop());

/** A page, as a reader asks for it: without a token. */
const page = async (url: string) => {
  const answer = await desk.app.inject({ url, headers: { accept: 'text/html' } });
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.body };
};

describe('the pages of the record', () => {
  it('show the front page with what was resolved', async () => {
    const { status, body } = await page('/');
    expect(status).toBe(200);
    expect(text(body)).toContain('Of 1 prediction, 1 was expected to come true; 1 did');
    expect(text(body)).toContain('Just started: 1 prediction scored. A chart appears from 10');
    expect(text(body)).toContain('Predictions: 1 scored · 1 open · 0 overdue · 0 annulled');
    expect(text(body)).toContain('The port closes for a day.');
  });
  it('show what is open on request', async () => {
    const { body } = await page('/record?state=open&kind=risk');
    expect(text(body)).toContain('The ferry stops.');
  });
  it('show the report of a selection, and its parts', async () => {
    const { status, body } = await page('/calibration?groupBy=topic&testability=untested');
    expect(status).toBe(200);
    expect(text(body)).toContain('whose testability is untested');
    expect(text(body)).toMatch(/Harbour strike 1 100 % 0.090/);
  });
  it('find a resolved prediction by its words, whatever their case', async () => {
    expect(text((await page('/record?q=PORT+closes')).body)).toContain('The port closes for a day.');
    const none = await page('/record?q=fleet');
    expect([none.status, text(none.body).includes('Nothing of this selection fits.')]).toEqual([200, true]);
    expect((await page('/record?q=ferry&state=open')).body).toContain('The ferry stops.');
  });
  it('work the method through on this record', async () => {
    const { body } = await page('/method');
    expect(text(body)).toContain('Desk said 70 %: The port closes for a day.');
    expect(text(body)).toContain('|0.7000 − 1| = 0.3000; squared, 0.0900');
    expect(text(body)).toContain('1 forecast lay in 70–80 %, on average 70 %');
  });
  it('show a prediction with its evidence, resolution and score', async () => {
    const { status, body } = await page(`/scenarios/${resolved}`);
    expect(status).toBe(200);
    expect(text(body)).toContain('Happened on 18 June 2026.');
    expect(text(body)).toContain('said 70 %, it happened: squared gap 0.09');
    expect(body).toContain('href="https://gull.example/port"');
    expect(text(body)).toContain('It closed.');
  });
  it('show nothing that is not public', async () => {
    for (const url of ['/', '/record?state=open', '/record?q=fleet&state=open', `/scenarios/${embargoed}`])
      expect((await page(url)).body).not.toContain('The fleet is sold.');
    expect((await page(`/scenarios/${embargoed}`)).status).toBe(404);
  });
  it.each(['/nowhere', '/scenarios/none', '/?topic=unknown', '/record?forecaster=nobody'])(
    'tell a person that nothing is at %s',
    async (url) => {
      const { status, type } = await page(url);
      expect([status, type]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );
  it('leave the API where it is', async () => {
    expect((await desk.call('GET', `scenarios/${resolved}`)).body).toMatchObject({ id: resolved });
    expect((await page('/api/v1/nowhere')).type).toContain('application/problem+json');
    expect((await page('/api/nowhere')).type).toContain('application/problem+json');
    expect((await page('/livez')).status).toBe(200);
    expect((await page('/api/v1/method')).status).toBe(404);
  });
});
