import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import { Desk } from '../record/desk-builders.js';

const LATER = '2026-12-31T00:00:00Z';

let desk: Desk;
let topic: string;
let secretTopic: string;
let shown: Record<'open' | 'resolved' | 'event' | 'briefing' | 'disputed', string>;
let hidden: Record<'scenario' | 'resolved' | 'event' | 'briefing', string>;

const read = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');
/** A page as anyone, or somebody of the desk, is answered with it. */
const page = async (url: string, token?: string) => {
  const headers = { accept: 'text/html', ...(token && { authorization: `Bearer ${token}` }) };
  const { statusCode, body } = await desk.app.app.inject({ url, headers });
  return { status: statusCode, html: body, text: read(body) };
};

beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic({ title: 'Harbour strike' });
  const { briefing, scenarios } = await desk.briefing(topic, {
    ...{ headline: 'Talks stall', standfirst: 'Nobody moves.', category: 'Labour', status: 'Developing' },
    ...{ takeaway: 'It drags on.', edition: 'Update #4' },
    perspectives: [{ actor: 'The union', body: 'It waits.', asOf: '2026-06-20' }],
    sections: [{ heading: 'The yard', body: 'Closed.\n\nStill closed.' }],
    sources: [{ outlet: 'The Gull', publishedOn: '2026-06-15', url: 'https://gull.example/talks' }],
  });
  const open = scenarios[0]!.id!;
  await desk.forecast({ id: open }, { probability: 0.6 });
  await desk.forecast({ id: open }, { probability: 0.2, forecaster: 'Bo Holm' });
  const resolved = await desk.scenario(topic, { statement: 'The port closes for a day.' });
  await desk.forecast(resolved, { probability: 0.9, forecaster: 'Bo Holm' });
  const annulled = await desk.scenario(topic, { statement: 'The mood turns.' });
  const secret = { statement: 'The canary comes.', publicAt: null };
  const scenario = await desk.scenario(topic, { ...secret, forecaster: 'Canary Man' });
  const soon = await desk.scenario(topic, { ...secret, publicAt: LATER });
  secretTopic = await desk.topic({ title: 'Canary story', publishes: 'desk' });
  const held = await desk.briefing(topic, { headline: 'A canary sings', publicAt: LATER });
  desk.today('2026-06-20');
  const event = await desk.event(topic, {
    headline: 'Port closes',
    sources: [
      {
        ...{ outlet: 'The Gull', quote: 'It closed.', text: 'canary-text', url: 'https://gull.example/1' },
        claims: [{ about: 'length', value: 'one day', text: 'canary-sentence' }],
      },
      { outlet: 'The Tern', claims: [{ about: 'length', value: 'two days', text: 'canary-other' }] },
    ],
  });
  const disputed = await desk.event(topic, { headline: 'A rumour', standing: 'disputed' });
  const mute = await desk.event(topic, { headline: 'A canary dies', publicAt: null });
  await desk.occurred(resolved, event);
  await desk.occurred(soon, event);
  await desk.evidence({ id: open }, event, { bearing: 'supports', note: 'A first sign.' });
  await desk.evidence(scenario, event, { bearing: 'undermines', note: 'canary-note' });
  await desk.evidence({ id: open }, mute, { bearing: 'supports', note: 'canary-note' });
  await desk.resolve(annulled, { outcome: 'annulled', annulment: 'ambiguous' });
  await desk.resolve(soon, {
    ...{ outcome: 'annulled', annulment: 'unverifiable', outcomeOn: '2026-06-18' },
    supersedes: (await desk.show(soon, 'editor')).resolutions.at(-1)!.id,
  });
  shown = { open, resolved: resolved.id, event: event.id, briefing: briefing.id!, disputed: disputed.id };
  hidden = { scenario: scenario.id, resolved: soon.id, event: mute.id, briefing: held.briefing.id! };
});
afterAll(() => desk.close());

describe('the pages of stories', () => {
  it('list the topics with the counts of the report', async () => {
    const { status, text } = await page('/topics');
    const report = await desk.read<Record<string, number>>(`calibration?topic=${topic}`);
    expect(status).toBe(200);
    expect(text).toContain(
      `Harbour strike ${report['open']} open · 0 overdue · ${report['scenarios']} resolved · ${report['annulled']} annulled`,
    );
    expect([report['open'], report['scenarios'], report['annulled']]).toEqual([1, 1, 1]);
    expect(text).toContain('Latest event, 18 June 2026');
  });

  it('show a topic: its terms, what is open with the last probabilities, what is resolved, briefings, events', async () => {
    const { text, html } = await page(`/topics/${topic}`);
    expect(text).toContain('Short term means 90 days, medium term 365, long term 1,095. Days end in UTC.');
    expect(text).toMatch(/It breaks\. Open: 85 days left deadline 13 September 2026/);
    expect(text).toContain('60 % Desk , first 40 % 20 % Bo Holm 40 % median');
    expect(text).toContain(
      'The port closes for a day. Happened, 18 June 2026 Risk, short term 70 % Desk 90 % a person 80 % median',
    );
    expect(text).toContain('A chart appears from 10');
    expect(html).toContain(`href="/calibration?topic=${topic}"`);
    for (const link of [`/briefings/${shown.briefing}`, `/events/${shown.event}`])
      expect(html).toContain(`href="${link}"`);
  });

  it('show a briefing with its words and where its predictions stand', async () => {
    const { text, html } = await page(`/briefings/${shown.briefing}`);
    for (const said of ['Talks stall', 'Nobody moves.', 'Labour, Developing', 'It drags on.', 'Update #4'])
      expect(text).toContain(said);
    expect(text).toContain('As of 20 June 2026 later than the briefing');
    expect(html).toContain('<p>Still closed.</p>');
    expect(html).toContain('<a href="https://gull.example/talks" rel="noopener nofollow external">');
    expect(text).toContain('60 % Desk , first 40 %');
  });

  it('show an event with its sources side by side and the predictions that it bears on', async () => {
    const { text, html } = await page(`/events/${shown.event}`);
    expect(text).toContain('It closed.');
    expect(text).toContain('length The Gull The Tern one day two days');
    expect(text).toContain('It speaks for it. A first sign.');
    expect(text).toContain('It settles it.');
    expect(html.match(/href="\/scenarios\/[^"]+"/g)?.sort()).toEqual(
      [shown.open, shown.resolved].map((id) => `href="/scenarios/${id}"`).sort(),
    );
  });

  it('list events by topic and standing, and briefings by topic', async () => {
    expect((await page('/events?standing=disputed')).text).toContain('A rumour');
    expect((await page('/events?standing=disputed')).html).not.toContain(shown.event);
    expect((await page(`/events?topic=${topic}`)).text).toContain('Port closes');
    expect((await page(`/briefings?topic=${topic}`)).text).toContain('Talks stall');
  });

  it('show how the house resolves, with counts of what anyone may see', async () => {
    const { text, html } = await page('/house');
    expect(text).toContain('it could be read in more than one way 1 The mood turns.');
    expect(text).toContain('nobody could establish what happened 0 none');
    expect(text).toContain('None has been needed yet.');
    expect(text).toContain('Nothing has been judged again yet.');
    expect(html).toContain(`href="/events/${shown.disputed}"`);
    expect(html).toContain(`href="/scenarios/${shown.resolved}"`);
  });

  it('give each part of a list an address of its own', async () => {
    const crowded = await desk.topic({ title: 'Crowded' });
    for (let day = 10; day < 22; day += 1)
      await desk.scenario(crowded, { deadline: `2026-07-${day}`, statement: `It comes on day ${day}.` });
    const first = await page(`/topics/${crowded}`);
    const next = /rel="next" href="([^"]+)"/.exec(first.html)![1]!.replace(/&amp;/g, '&');
    expect(next).toMatch(/^\/topics\/crowded\?open=[\w-]+#open$/);
    expect(first.text).toContain('It comes on day 10.');
    expect(first.text).not.toContain('It comes on day 20.');
    const second = await page(next);
    expect(second.text).toContain('It comes on day 20. ');
    expect(second.text).toContain('It comes on day 21.');
    expect(second.text).not.toContain('It comes on day 19.');
    expect(second.html).toContain('href="/topics/crowded#open"');
  });

  it.each(['/topics/none', '/briefings/none', '/events/none', '/forecasters/none', '/events?topic=none'])(
    'tell a person that nothing is at %s',
    async (url) => expect((await page(url)).status).toBe(404),
  );

  it.each(['/topics', '/briefings', '/events', '/forecasters'])(
    'refuse at %s a cursor that was not given',
    async (url) => expect((await page(`${url}?cursor=junk`)).status).toBe(404),
  );

  it('leave the API at its addresses', async () => {
    for (const path of ['topics', 'briefings', 'events', 'forecasters', `events/${shown.event}`])
      expect((await desk.call('GET', path)).status).toBe(200);
    expect((await desk.call('GET', 'house')).status).toBe(404);
  });
});

describe('rule 13: a page of stories', () => {
  const pages = () => [
    ...['/topics', '/briefings', '/events', '/forecasters', '/house', `/topics/${topic}`],
    ...[`/briefings/${shown.briefing}`, `/events/${shown.event}`, `/forecasters/desk`],
    ...[`/events?topic=${topic}`, `/briefings?topic=${topic}`, `/scenarios/${shown.open}`],
  ];

  it('has nothing of what is hidden, whoever asks', async () => {
    for (const url of pages())
      for (const token of [undefined, desk.app.tokens.editor]) {
        const { status, html } = await page(url, token);
        expect([url, status]).toEqual([url, 200]);
        expect([url, /canary/i.exec(html)?.[0]]).toEqual([url, undefined]);
        for (const id of Object.values(hidden)) expect(html).not.toContain(id);
      }
  });

  it('is not there for what is hidden', async () => {
    for (const url of [
      ...[`/topics/${secretTopic}`, `/briefings/${hidden.briefing}`, `/events/${hidden.event}`],
      ...[`/scenarios/${hidden.scenario}`, '/forecasters/canary-man', `/events?topic=${secretTopic}`],
    ])
      expect([url, (await page(url)).status]).toEqual([url, 404]);
  });

  it('tells of a person whose track record is private that it is, and no score and no list', async () => {
    const { status, text, html } = await page('/forecasters/bo-holm');
    expect(status).toBe(200);
    expect(text).toContain('The track record of Bo Holm is not public');
    expect(html).not.toMatch(/href="\/scenarios\/|squared gap|Brier|scored ·|90 %/);
    expect((await page('/forecasters')).text).not.toContain('Bo Holm');
    expect((await page(`/topics/${topic}`)).text).not.toMatch(/Bo Holm[^.]*squared gap/);
  });

  it('shows that track record once it is switched on', async () => {
    await desk.app.service(ForecastersService).set('bo-holm', { public: true });
    const { text } = await page('/forecasters/bo-holm');
    expect(text).toContain('Predictions: 1 scored · 1 open · 0 overdue · 0 annulled');
    expect(text).toContain('90 % Bo Holm');
    expect((await page('/forecasters')).text).toContain(
      'Bo Holm a person 1 forecast scored, Brier score 0.010',
    );
  });

  it('says of what is overdue that it awaits evidence', async () => {
    desk.today('2026-09-20');
    expect((await page(`/topics/${topic}`)).text).toContain('Overdue by 7 days, awaiting evidence');
  });

  it('shows what was embargoed once its time has come', async () => {
    desk.app.clock.moveTo('2026-12-31T00:00:00.000Z');
    expect((await page(`/briefings/${hidden.briefing}`)).status).toBe(200);
    const { text } = await page('/house');
    expect(text).toContain('nobody could establish what happened 1 The canary comes.');
    expect(text).toContain('So far 1 resolution has been superseded, or reopened.');
    expect((await page(`/events/${hidden.event}`)).status).toBe(404);
  });
});
