import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import { Desk } from '../record/desk-builders.js';
import { NAMED_ATTACKS } from './attacks.js';

const ORIGIN = 'https://desk.example';
let desk: Desk;
let topic: string;
beforeAll(async () => {
  desk = await Desk.open({ env: { PUBLIC_ORIGIN: ORIGIN } });
  topic = await desk.topic();
});
afterAll(() => desk.close());

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

/** As a browser asks in a frame. */
const frame = async (path: string) => {
  const { status, body, headers } = await desk.call<string>('GET', `/embed/${path}`);
  return { status, html: body, text: text(body), headers };
};

describe('an embed of a prediction', () => {
  it('says what stands now and how long it is open, and asks again by itself; then how it ended', async () => {
    const scenario = await desk.scenario(topic, { statement: 'The port closes.' });
    const open = await frame(`scenarios/${scenario.id}`);
    expect(open.text).toContain('The port closes.');
    expect(open.text).toContain('Desk: 70 %');
    expect(open.text).toContain('Open: 16 days left. Deadline: 1 July 2026.');
    expect(open.html).toContain('<meta http-equiv="refresh" content="300"');
    expect(open.html).toContain(`href="${ORIGIN}/scenarios/${scenario.id}" target="_top" rel="noopener"`);
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.evidence(scenario, event);
    await desk.occurred(scenario, event);
    const ended = await frame(`scenarios/${scenario.id}`);
    expect(ended.text).toContain('Happened on 18 June 2026.');
    expect(ended.html).not.toContain('http-equiv="refresh"');
  });

  it('has no script, no cookie, and a policy of its own: anyone may frame it', async () => {
    const scenario = await desk.scenario(topic, { deadline: '2026-12-31' });
    const { html, headers } = await frame(`scenarios/${scenario.id}`);
    expect(html).not.toMatch(/<script|style=|onload/);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers['cache-control']).toBe('public, max-age=60');
  });

  it('of what is not public says that there is nothing, in a frame too', async () => {
    const hidden = await desk.scenario(topic, {
      ...{ deadline: '2026-12-31', statement: 'canary', publicAt: null },
    });
    for (const path of [
      `scenarios/${hidden.id}`,
      'scenarios/none',
      'forecasters/nobody',
      'calibration?topic=x',
    ]) {
      const { status, html, headers } = await frame(path);
      expect([path, status]).toEqual([path, 404]);
      expect(html).toContain('There is nothing to be seen here');
      expect(html).not.toContain('canary');
      expect(headers['content-security-policy']).toContain('frame-ancestors *');
      expect(headers).not.toHaveProperty('x-frame-options');
    }
  });

  it.each(NAMED_ATTACKS)('shows any text as text: %s', async (_, statement) => {
    const { status, body } = await desk.post<{ id: string }>('scenarios', {
      ...{ topic, kind: 'risk', term: 'short', probability: 0.4, deadline: '2026-12-31', statement },
    });
    if (status !== 201) return expect(status).toBe(422);
    const { html } = await frame(`scenarios/${body.id}`);
    expect(html).not.toMatch(/<script|<img[^>]*onerror|<svg[^>]*onload/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

describe('an embed of a record', () => {
  it('says how the selection did, and links to its page', async () => {
    const { status, text: said, html } = await frame(`calibration?topic=${topic}&kind=risk`);
    expect(status).toBe(200);
    expect(said).toContain(`Risk scenarios in “${topic}”`);
    expect(html).toContain(`href="${ORIGIN}/calibration?topic=${topic}&amp;kind=risk"`);
  });

  it('of a person is there once it is public', async () => {
    const scenario = await desk.scenario(topic, { deadline: '2026-12-31' });
    await desk.forecast(scenario, { forecaster: 'Bo Vik' });
    expect(await frame('forecasters/bo-vik')).toMatchObject({ status: 404 });
    await desk.app.service(ForecastersService).set('bo-vik', { public: true });
    expect(await frame('forecasters/bo-vik')).toMatchObject({ status: 200 });
  });
});

describe('a picture', () => {
  const png = (path: string, headers = {}) => desk.app.app.inject({ url: `/pictures/${path}`, headers });

  it('of what was said is a PNG, light or dark, and costs nothing again', async () => {
    const { id } = await desk.scenario(topic, { deadline: '2026-12-31' });
    for (const path of [
      `over-time/${id}.png`,
      `card/scenarios/${id}.png`,
      `card/topics/${topic}.png`,
      'card/front.png',
      'card/forecasters/desk.png',
    ]) {
      const light = await png(path);
      expect([path, light.statusCode, light.headers['content-type']]).toEqual([path, 200, 'image/png']);
      expect(light.rawPayload.subarray(1, 4).toString()).toBe('PNG');
      const dark = await png(`${path}?theme=dark`);
      expect(dark.headers['etag']).not.toBe(light.headers['etag']);
      const again = await png(path, { 'if-none-match': light.headers['etag'] });
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    }
  });

  it('of fewer than ten forecasts is not drawn', async () => {
    for (const chart of ['reliability', 'histogram'])
      expect((await png(`${chart}.png?topic=${topic}`)).statusCode).toBe(404);
  });

  it('of what the public may not see is not there', async () => {
    const hidden = await desk.scenario(topic, { deadline: '2026-12-31', publicAt: null });
    const scenario = await desk.scenario(topic, { deadline: '2026-12-31' });
    await desk.forecast(scenario, { forecaster: 'Ana Lind' });
    const paths = [
      ...[`over-time/${hidden.id}.png`, `card/scenarios/${hidden.id}.png`, 'card/forecasters/ana-lind.png'],
      ...[
        'card/topics/nowhere.png',
        `card/scenarios/${scenario.id}.jpg`,
        'reliability.png?forecaster=ana-lind',
      ],
    ];
    for (const path of paths) {
      const { statusCode, headers } = await png(path, { authorization: `Bearer ${desk.app.tokens.editor}` });
      expect([path, statusCode, headers['content-type']]).toEqual([
        ...[path, 404, 'application/problem+json; charset=utf-8'],
      ]);
    }
  });

  it('takes the filters of the page, and no others', async () => {
    for (const query of ['theme=pink', 'nonsense=1', 'kind=none'])
      expect((await png(`reliability.png?${query}`)).statusCode).toBe(422);
  });
});
