import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomUtils, parseDocument } from 'htmlparser2';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import { Desk } from '../record/desk-builders.js';
import { NAMED_ATTACKS } from './attacks.js';

interface JsonFeed {
  version: string;
  next_url?: string;
  items: { id: string; url: string; title: string; content_text: string; date_modified: string }[];
}

const ORIGIN = 'https://desk.example';
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ env: { PUBLIC_ORIGIN: ORIGIN } });
});
afterAll(() => desk.close());

const json = (name: string) => desk.read<JsonFeed>(`/feeds/${name}.json`);
const titles = async (name: string): Promise<string[]> => (await json(name)).items.map(({ title }) => title);

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** The entries of an Atom feed: an XML parser finds them, and each has what RFC 4287 asks for. */
function atomOf(text: string) {
  const document = parseDocument(text, { xmlMode: true });
  const feed = DomUtils.getElementsByTagName('feed', document.children, false)[0]!;
  const one = (within: Element, name: string) =>
    DomUtils.textContent(DomUtils.getElementsByTagName(name, within.children, false)[0]!).trim();
  const links = (within: Element) =>
    DomUtils.getElementsByTagName('link', within.children, false).map(({ attribs }) => attribs);
  return {
    root: feed.name,
    id: one(feed, 'id'),
    updated: one(feed, 'updated'),
    links: links(feed),
    entries: DomUtils.getElementsByTagName('entry', feed.children, false).map((entry) => ({
      ...{ id: one(entry, 'id'), title: one(entry, 'title'), updated: one(entry, 'updated') },
      ...{ content: one(entry, 'content'), href: links(entry)[0]!['href'] },
    })),
  };
}
const atom = async (name: string) => atomOf(await desk.read<string>(`/feeds/${name}.atom`));

describe('a feed under the filters of a page', () => {
  it('tells of what meets all of them, at an address of its own', async () => {
    desk.today('2026-06-10');
    const topic = await desk.topic();
    const other = await desk.topic();
    await desk.scenario(topic, { statement: 'The quay floods.', kind: 'risk', term: 'short' });
    await desk.scenario(topic, { statement: 'The dock is paid for.', kind: 'opportunity', term: 'long' });
    const elsewhere = await desk.scenario(other, {
      statement: 'The mill burns.',
      kind: 'risk',
      term: 'short',
    });
    await desk.forecast(elsewhere, { probability: 0.2 });
    const under = async (name: string, query: string) =>
      (await desk.read<JsonFeed>(`/feeds/${name}.json?${query}`)).items.map(({ title }) => title);
    expect(await under('site', `topic=${topic}&kind=risk`)).toEqual(['New risk: The quay floods.']);
    expect(await under(`topics/${topic}`, 'term=long')).toEqual(['New opportunity: The dock is paid for.']);
    expect(await under('site', `topic=${other}&forecaster=desk`)).toEqual([
      'Desk now says 20 %, after 70 %: The mill burns.',
      'Desk says 70 %: The mill burns.',
    ]);
    expect(await under('site', `topic=${topic}&kind=consequence`)).toEqual([]);
    const query = `kind=risk&topic=${topic}`;
    const atom = atomOf(await desk.read<string>(`/feeds/site.atom?${query}`));
    expect(atom.links.find(({ rel }) => rel === 'self')?.['href']).toBe(
      `${ORIGIN}/feeds/site.atom?topic=${topic}&kind=risk`,
    );
    expect(atom.id).toContain('feeds/site?topic=');
    await desk.refuses(() => desk.app.call('GET', '/feeds/site.atom?topic=nowhere'), 404, 'not_found');
    await desk.refuses(
      () => desk.app.call('GET', '/feeds/site.atom?kind=surprise'),
      422,
      'validation_failed',
    );
  });
});

describe('days, vantage and records in the address of a feed', () => {
  let topic: string;
  /** Of the desk: 70 %, then 20 %, then what happened in July; and what is open until the end of the year. */
  beforeAll(async () => {
    desk.today('2026-06-10');
    topic = await desk.topic();
    const scenario = await desk.scenario(topic, { statement: 'The weir breaks.', deadline: '2026-07-10' });
    await desk.scenario(topic, { statement: 'The lock is sold.', deadline: '2026-12-31' });
    desk.today('2026-06-30');
    await desk.forecast(scenario, { probability: 0.2 });
    await desk.forecast(scenario, {
      probability: 0.9,
      forecaster: 'Old Hand',
      statedAt: '2026-06-12T09:00:00Z',
    });
    desk.today('2026-07-12');
    await desk.resolve(scenario, { outcome: 'not_occurred', outcomeOn: '2026-07-10', basis: 'absence' });
  });
  const told = (query: string) =>
    desk.read<JsonFeed & { description: string }>(`/feeds/topics/${topic}.json?${query}`);
  const titlesOf = async (query: string) => (await told(query)).items.map(({ title }) => title);

  it.each([
    ['from=2026-08-01', ['New risk: The lock is sold.']],
    [
      'to=2026-07-10&records=live',
      [
        'Did not happen: The weir breaks.',
        'Desk now says 20 %, after 70 %: The weir breaks.',
        'New risk: The weir breaks.',
      ],
    ],
    ['from=2026-07-11&to=2026-12-30', []],
    ['testability=observable', []],
  ])('%s: the day of the outcome, or else the deadline', async (query, expected) => {
    expect(await titlesOf(query)).toEqual(expected);
  });

  it('leaves archival forecasts out where live ones alone are asked for', async () => {
    const archival = 'Old Hand says 90 %: The weir breaks.';
    expect(await titlesOf('')).toContain(archival);
    expect(await titlesOf('records=all')).toContain(archival);
    expect(await titlesOf('records=live')).not.toContain(archival);
  });

  it.each([
    ['', ['Desk had said 70 %.', 'Old Hand had said 90 %.']],
    ['records=live', ['Desk had said 70 %.']],
    ['vantage=last&records=live', ['Desk had last said 20 %.']],
    [
      'vantage=timeWeighted&records=live',
      // 20 days at 70 %, 10 at 20 %
      ['Desk had said 53.34 % on average, by the days for which each number stood.'],
    ],
  ])('%s: an outcome tells what counted', async (query, expected) => {
    const [outcome] = (await told(query)).items;
    expect(outcome!.content_text.split('\n\n').filter((line) => / had /.test(line))).toEqual(expected);
  });

  it('says in words what it is narrowed to, and nothing where it is not', async () => {
    expect((await told('')).description).toMatch(/”\.$/);
    expect((await told('kind=risk&from=2026-07-01&vantage=last')).description).toMatch(
      / Only risk scenarios settled from 2026-07-01 on\. Of forecasts it tells each forecaster’s last forecast before the outcome\.$/,
    );
  });
});

describe('a feed', () => {
  it('tells of new scenarios, changed probabilities, outcomes and corrections, the newest first', async () => {
    desk.today('2026-06-15');
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic, { statement: 'The port closes.', rationale: 'The mood.' });
    desk.today('2026-06-16');
    await desk.forecast(scenario, { probability: 0.825, rationale: 'Louder.' });
    desk.today('2026-06-17');
    await desk.forecast(scenario, { probability: 0.3, forecaster: 'Ana Lind' });
    desk.today('2026-06-18');
    await desk.withdraw(scenario, { forecaster: 'ana-lind', reason: 'Not mine to say.' });
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.evidence(scenario, event);
    const first = await desk.occurred(scenario, event, { reason: 'It closed.' });
    desk.today('2026-07-03');
    await desk.resolve(scenario, {
      ...{ outcome: 'not_occurred', outcomeOn: '2026-07-01', basis: 'absence' },
      ...{ supersedes: first.id, reason: 'That was another port.' },
    });
    expect(await titles(`topics/${topic}`)).toEqual([
      'Correction: did not happen: The port closes.',
      'Happened: The port closes.',
      'Ana Lind no longer stands by 30 %: The port closes.',
      'Ana Lind says 30 %: The port closes.',
      'Desk now says 82.5 %, after 70 %: The port closes.',
      'New risk: The port closes.',
    ]);
    const { items } = await json(`topics/${topic}`);
    expect(items.map(({ date_modified }) => date_modified.slice(0, 10))).toEqual([
      ...['2026-07-03', '2026-06-20', '2026-06-18', '2026-06-17', '2026-06-16', '2026-06-15'],
    ]);
    expect(items[0]!.content_text).toContain('That was another port.');
    expect(items[5]!.content_text).toContain('Desk said 70 %.');
    expect(items[5]!.url).toBe(`${ORIGIN}/scenarios/${scenario.id}`);
  });

  it('says the same as Atom, which an XML parser reads', async () => {
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic, { deadline: '2026-12-31' });
    const { body, headers } = await desk.call<string>('GET', `/feeds/topics/${topic}.atom`);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = atomOf(body);
    const { items, version } = await json(`topics/${topic}`);
    expect(version).toContain('jsonfeed.org/version/1');
    expect(feed.root).toBe('feed');
    expect(feed.entries).toEqual(
      items.map(({ id, title, date_modified, content_text, url }) => ({
        ...{ id, title, content: content_text, href: url },
        updated: date_modified,
      })),
    );
    expect(feed.id).toBe(`tag:desk.example,2026:feeds/topics/${topic}`);
    expect(feed.entries[0]!.id).toBe(`urn:uuid:${scenario.id}`);
    expect(feed.updated).toBe(items[0]!.date_modified);
  });

  it('tells of a slip and its correction', async () => {
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic, { probability: 0.28, deadline: '2026-12-31' });
    desk.today('2026-07-05');
    await desk.erratum('forecasts', scenario.forecasts[0]!, 'probability', 0.82);
    const [slip] = (await json(`topics/${topic}`)).items;
    expect(slip!.title).toMatch(/^Slip corrected: /);
    expect(slip!.content_text).toContain('probability first stood as 0.28, became 0.82.');
  });

  it('gives the rest of itself part by part, each entry once', async () => {
    const topic = await desk.topic();
    const instants = 3;
    for (let count = 0; count < 60; count += 1) {
      desk.today(`2026-07-${String(10 + (count % instants)).padStart(2, '0')}`);
      await desk.scenario(topic, { deadline: '2026-12-31' });
    }
    desk.today('2026-07-20');
    const seen: string[] = [];
    let at: string | undefined = `/feeds/topics/${topic}.json`;
    const sizes: number[] = [];
    while (at !== undefined) {
      const part: JsonFeed = await desk.read<JsonFeed>(at.replace(ORIGIN, ''));
      seen.push(...part.items.map(({ id }) => id));
      sizes.push(part.items.length);
      at = part.next_url;
    }
    expect(sizes).toEqual([50, 10]);
    expect(new Set(seen).size).toBe(60);
    const next = (await atom(`topics/${topic}`)).links.find(({ rel }) => rel === 'next')!['href']!;
    const rest = atomOf(await desk.read<string>(next.replace(ORIGIN, '')));
    expect(rest.entries.map(({ id }) => id)).toEqual(seen.slice(50));
    expect(rest.links.map(({ rel }) => rel)).not.toContain('next');
  });

  it.each(NAMED_ATTACKS)('holds any text as text: %s', async (_, statement) => {
    const topic = await desk.topic();
    const { status } = await desk.post('scenarios', {
      ...{ topic, kind: 'risk', term: 'short', probability: 0.4, deadline: '2026-12-31', statement },
    });
    if (status !== 201) return expect(status).toBe(422);
    const { entries } = await atom(`topics/${topic}`);
    const [item] = (await json(`topics/${topic}`)).items;
    const [logged] = (await desk.read<{ items: { statement: string }[] }>(`scenarios?topic=${topic}`)).items;
    expect(entries.map(({ title }) => title.replace(/\r\n?/g, '\n'))).toEqual([
      `New risk: ${logged!.statement}`.replace(/\r\n?/g, '\n'),
    ]);
    expect(item!.title).toBe(`New risk: ${logged!.statement}`);
  });

  it('of something that is not there is not there', async () => {
    for (const name of ['site.rss', 'site', 'topics/nowhere.atom', 'forecasters/nobody.json', 'other.atom'])
      expect(await desk.call('GET', `/feeds/${name}`)).toMatchObject({ status: 404 });
    expect(await desk.call('GET', '/feeds/site.atom?cursor=junk')).toMatchObject({ status: 422 });
    expect(await desk.call('GET', '/feeds/site.atom?limit=3')).toMatchObject({ status: 422 });
  });
});

describe('what the public may not see', () => {
  it('is in no feed before its day, and comes at that day, not in the past', async () => {
    desk.today('2026-08-01');
    const topic = await desk.topic();
    const deadline = '2026-12-31';
    const early = await desk.scenario(topic, {
      ...{ deadline, statement: 'Under embargo.', publicAt: '2026-08-10T06:00:00.000Z' },
    });
    await desk.forecast(early, { probability: 0.6 });
    desk.today('2026-08-05');
    await desk.scenario(topic, { deadline, statement: 'In the open.' });
    await desk.scenario(topic, { deadline, statement: 'For the desk.', publicAt: null });
    expect(await titles(`topics/${topic}`)).toEqual(['New risk: In the open.']);
    desk.today('2026-08-12');
    await desk.forecast(early, { probability: 0.5 });
    const { items } = await json(`topics/${topic}`);
    expect(items.map(({ title, date_modified }) => [date_modified, title])).toEqual([
      ['2026-08-12T12:00:00.000Z', 'Desk now says 50 %, after 60 %: Under embargo.'],
      ['2026-08-10T06:00:00.000Z', 'Desk now says 60 %, after 70 %: Under embargo.'],
      ['2026-08-10T06:00:00.000Z', 'New risk: Under embargo.'],
      ['2026-08-05T12:00:00.000Z', 'New risk: In the open.'],
    ]);
    expect(JSON.stringify(await json('site'))).not.toContain('For the desk.');
  });

  it('is no feed of a person whose record is not public; once it is, it holds what they said', async () => {
    const topic = await desk.topic();
    const deadline = '2026-12-31';
    const scenario = await desk.scenario(topic, { deadline, statement: 'It floods.' });
    await desk.forecast(scenario, { probability: 0.2, forecaster: 'Bo Vik' });
    expect(await desk.call('GET', '/feeds/forecasters/bo-vik.atom')).toMatchObject({ status: 404 });
    await desk.app.service(ForecastersService).set('bo-vik', { public: true });
    expect(await titles('forecasters/bo-vik')).toEqual(['Bo Vik says 20 %: It floods.']);
    expect(await titles('forecasters/desk')).toContain('Desk says 70 %: It floods.');
  });

  it('is not told of by tags or times: a hidden entry changes neither', async () => {
    const ask = async () => {
      const { headers } = await desk.call('GET', '/feeds/site.atom');
      return [headers['etag'], headers['last-modified']];
    };
    const topic = await desk.topic({ publishes: 'desk' });
    const before = await ask();
    await desk.scenario(topic, { deadline: '2026-12-31' });
    expect(await ask()).toEqual(before);
  });
});

describe('asking again', () => {
  it('costs no body while nothing has changed, by tag or by time', async () => {
    desk.today('2026-09-01');
    const topic = await desk.topic();
    await desk.scenario(topic, { deadline: '2026-12-31' });
    desk.today('2026-09-02');
    const path = `/feeds/topics/${topic}.json`;
    const { headers } = await desk.call('GET', path);
    const again = (asked: Record<string, string>) => desk.call('GET', path, { headers: asked });
    expect(await again({ 'if-none-match': headers['etag']! })).toMatchObject({ status: 304, body: '' });
    expect(await again({ 'if-modified-since': headers['last-modified']! })).toMatchObject({ status: 304 });
    expect(headers['last-modified']).toBe('Tue, 01 Sep 2026 12:00:00 GMT');
    await desk.scenario(topic, { deadline: '2026-12-31' });
    expect(await again({ 'if-none-match': headers['etag']! })).toMatchObject({ status: 200 });
    expect(await again({ 'if-modified-since': headers['last-modified']! })).toMatchObject({ status: 200 });
  });

  it('names no time of change within the second of the last one: more may follow in it', async () => {
    const topic = await desk.topic();
    await desk.scenario(topic, { deadline: '2026-12-31' });
    const { headers } = await desk.call('GET', `/feeds/topics/${topic}.json`);
    expect(headers).not.toHaveProperty('last-modified');
  });
});
