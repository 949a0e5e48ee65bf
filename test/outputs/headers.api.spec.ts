import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomUtils, parseDocument } from 'htmlparser2';
import { newId } from '../../src/database/ids.js';
import { SiteMap } from '../../src/pages/site-map.service.js';
import { Desk } from '../record/desk-builders.js';

const ORIGIN = 'https://desk.example';
let desk: Desk;
let topic: string;
let id: string;
beforeAll(async () => {
  desk = await Desk.open({ env: { PUBLIC_ORIGIN: ORIGIN } });
  topic = await desk.topic();
  id = (await desk.scenario(topic, { deadline: '2026-12-31', statement: 'It "closes" & <b>.' })).id;
});
afterAll(() => desk.close());

const get = (url: string, headers = {}) =>
  desk.app.app.inject({
    url: url.replace('ID', id).replace('TOPIC', topic),
    headers: { accept: 'text/html', ...headers },
  });

const PAGE =
  "default-src 'none';base-uri 'none';connect-src 'self';font-src 'self';form-action 'self';frame-ancestors 'none';" +
  "img-src 'self' data:;manifest-src 'self';script-src 'self';style-src 'self'";
const EMBED =
  "default-src 'none';style-src 'self';img-src 'self';base-uri 'none';form-action 'none';frame-ancestors *";

/** Per address: its policy, whether a frame of another site may hold it, how long it is kept, whether it has a tag. */
const TABLE: [string, string, 'DENY' | undefined, string, boolean][] = [
  ['/', PAGE, 'DENY', 'no-cache', true],
  ['/method', PAGE, 'DENY', 'no-cache', true],
  ['/scenarios/ID', PAGE, 'DENY', 'no-cache', true],
  ['/nowhere', PAGE, 'DENY', 'no-cache', true],
  ['/embed/scenarios/ID', EMBED, undefined, 'public, max-age=60', true],
  ['/embed/calibration', EMBED, undefined, 'public, max-age=60', true],
  ['/embed/forecasters/desk', EMBED, undefined, 'public, max-age=60', true],
  ['/embed/scenarios/none', EMBED, undefined, 'public, max-age=60', true],
  ['/feeds/site.atom', PAGE, 'DENY', 'no-cache', true],
  ['/feeds/site.json', PAGE, 'DENY', 'no-cache', true],
  ['/feeds/topics/TOPIC.atom', PAGE, 'DENY', 'no-cache', true],
  ['/feeds/forecasters/desk.json', PAGE, 'DENY', 'no-cache', true],
  ['/record.csv', PAGE, 'DENY', 'no-cache', false],
  ['/record.json', PAGE, 'DENY', 'no-cache', false],
  ['/calibration.csv', PAGE, 'DENY', 'no-cache', true],
  ['/calibration.json', PAGE, 'DENY', 'no-cache', true],
  ['/pictures/over-time/ID.png', PAGE, 'DENY', 'no-cache', true],
  ['/pictures/card/front.png', PAGE, 'DENY', 'no-cache', true],
  ['/pictures/card/scenarios/ID.png', PAGE, 'DENY', 'no-cache', true],
  ['/robots.txt', PAGE, 'DENY', 'public, max-age=3600', false],
  ['/sitemap.xml', PAGE, 'DENY', 'no-cache', false],
  ['/api/v1/scenarios/ID', PAGE, 'DENY', 'no-cache', true],
];

describe('what anyone may ask for', () => {
  it.each(TABLE)(
    'is sent with the headers that keep it safe: %s',
    async (url, policy, frames, cache, tagged) => {
      const { headers } = await get(url);
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
      expect(headers['content-security-policy']).toBe(policy);
      expect(headers['x-frame-options']).toBe(frames);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['set-cookie']).toBeUndefined();
      if (!url.startsWith('/api/')) {
        expect(headers['cache-control']).toBe(cache);
        expect(headers['etag'] !== undefined).toBe(tagged);
      }
    },
  );

  it.each(
    TABLE.filter(([url, , , , tagged]) => tagged && !/nowhere|none|^.api/.test(url)).map(([url]) => url),
  )('is not sent again to whoever has it: %s', async (url) => {
    const { headers } = await get(url);
    const again = await get(url, { 'if-none-match': headers['etag'] });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('is never kept where a token was shown', async () => {
    const headers = { authorization: `Bearer ${desk.app.tokens.editor}` };
    for (const [url] of TABLE) expect((await get(url, headers)).headers['cache-control']).toBe('no-store');
  });
});

describe('the head of a page', () => {
  const headOf = async (url: string) => {
    const document = parseDocument((await get(url)).body);
    const all = (name: string) => DomUtils.getElementsByTagName(name, document.children, true);
    const meta = Object.fromEntries(
      all('meta').map(({ attribs }) => [attribs['property'] ?? attribs['name'], attribs['content']]),
    );
    return { meta, links: all('link').map(({ attribs }) => attribs) };
  };

  it('names its card, its canonical address and its feeds', async () => {
    const { meta, links } = await headOf('/scenarios/ID');
    expect(meta).toMatchObject({
      'og:title': 'It "closes" & <b>. · Hindcast',
      'og:url': `${ORIGIN}/scenarios/${id}`,
      'og:image': `${ORIGIN}/pictures/card/scenarios/${id}.png`,
      'og:type': 'article',
      'twitter:card': 'summary_large_image',
    });
    expect(links.find(({ rel }) => rel === 'canonical')).toMatchObject({ href: `${ORIGIN}/scenarios/${id}` });
    expect(links.filter(({ rel }) => rel === 'alternate').map(({ type, href }) => [type, href])).toEqual([
      ['application/atom+xml', '/feeds/site.atom'],
      ['application/feed+json', '/feeds/site.json'],
    ]);
  });

  it('leads to what is there: card, feeds, data', async () => {
    for (const page of ['/', `/?topic=${topic}&kind=risk`, '/scenarios/ID', '/method']) {
      const { meta, links } = await headOf(page);
      const addresses = links.filter(({ rel }) => rel === 'alternate').map(({ href }) => href!);
      for (const address of [meta['og:image']!.replace(ORIGIN, ''), ...addresses])
        expect([address, (await get(address)).statusCode]).toEqual([address, 200]);
    }
    const { links } = await headOf(`/?topic=${topic}&kind=risk`);
    expect(links.find(({ type }) => type === 'text/csv')).toMatchObject({
      href: `/record.csv?topic=${topic}&kind=risk`,
    });
  });
});

describe('the site map', () => {
  it('lists what anyone may see, and is named in robots.txt', async () => {
    const hidden = await desk.scenario(topic, { deadline: '2026-12-31', publicAt: null });
    expect((await get('/robots.txt')).body).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    const { body } = await get('/sitemap.xml');
    const listed = DomUtils.getElementsByTagName(
      'loc',
      parseDocument(body, { xmlMode: true }).children,
      true,
    );
    const paths = listed.map((one) => DomUtils.textContent(one).replace(ORIGIN, ''));
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/record', `/topics/${topic}`, '/forecasters/desk', `/scenarios/${id}`]),
    );
    expect(paths).not.toContain(`/scenarios/${hidden.id}`);
  });

  it('goes over several files where one cannot hold it, each page once', async () => {
    for (let count = 0; count < 5; count += 1) await desk.scenario(topic, { deadline: '2026-12-31' });
    await desk.event(topic, { occurredOn: '2026-06-15' });
    await desk.briefing(topic);
    const map = desk.app.service(SiteMap);
    const files = await map.files(4);
    const parts: string[][] = [];
    for (let file = 1; file <= files; file += 1) {
      const paths: string[] = [];
      for await (const path of map.paths(file, 4)) paths.push(path);
      parts.push(paths);
    }
    const whole: string[] = [];
    for await (const path of map.paths(1)) whole.push(path);
    expect(files).toBe(Math.ceil(whole.length / 4));
    expect(parts.flat()).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
    expect((await get('/sitemaps/1.xml')).body).toContain('<urlset');
    for (const name of ['2.xml', '0.xml', newId()])
      expect((await get(`/sitemaps/${name}`)).statusCode).toBe(404);
  });
});
