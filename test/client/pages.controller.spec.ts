import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PredictionPageData } from '../../client/src/page-data.js';
import { CostlyTurns } from '../../src/http/costly.js';
import { Turns } from '../../src/http/turns.js';
import { PagesModule } from '../../src/pages/pages.module.js';
import { type AskedFor, PageSource } from '../../src/pages/page-source.js';
import { Problem } from '../../src/problems.js';
import { calibration, front, prediction, record, SITE } from './fixtures.js';

const asked: AskedFor[] = [];

class InventedSource extends PageSource {
  site() {
    return Promise.resolve(SITE);
  }
  front(of: AskedFor) {
    asked.push(of);
    return Promise.resolve(front(of));
  }
  record(of: AskedFor) {
    if (of.query.cursor === 'junk')
      return Promise.reject(new Problem('validation_failed', 'No such cursor.'));
    return Promise.resolve(record(of));
  }
  calibration(of: AskedFor) {
    return Promise.resolve(calibration(of));
  }
  method() {
    return Promise.resolve({ page: 'method' as const, site: SITE, example: null });
  }
  prediction(id: string): Promise<PredictionPageData> {
    return id === 'known'
      ? Promise.resolve(prediction())
      : Promise.reject(new Problem('not_found', 'Nothing.'));
  }
}

describe('the pages', () => {
  let app: NestFastifyApplication;
  const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } });

  beforeAll(async () => {
    const oneByOne = new Turns({ atOnce: 1, waiting: 9, refuse: (why) => new Problem('too_busy', why) });
    const run = <T>(_: unknown, work: () => Promise<T>) => oneByOne.run(work);
    const turns = { provide: CostlyTurns, useValue: { run } };
    const source = { provide: PageSource, useClass: InventedSource };
    app = await NestFactory.create<NestFastifyApplication>(
      PagesModule.of(source, turns),
      new FastifyAdapter(),
      {
        logger: false,
      },
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it('are made once for all who ask before they are begun, and anew for whoever asks later', async () => {
    const before = asked.length;
    const answers = await Promise.all(Array.from({ length: 30 }, () => get('/')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(200));
    expect(asked.length - before).toBeLessThanOrEqual(3);
    expect(asked.length).toBeGreaterThan(before);
    const then = asked.length;
    await get('/');
    expect(asked.length).toBe(then + 1);
  });

  it.each(['/', '/record', '/calibration', '/method', '/scenarios/known'])(
    'answer %s with HTML',
    async (url) => {
      const { statusCode, headers, body } = await get(url);
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(body).toMatch(/^<!doctype html>/);
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  it('hand on the filters in the address, without those left open in the form', async () => {
    await get('/?kind=risk&topic=&from=2026-01-01&to=');
    expect(asked.at(-1)).toEqual({ query: { kind: 'risk', from: '2026-01-01' }, ignored: [] });
  });

  it('say which part of the address they did not follow, and show the rest', async () => {
    const { statusCode, body } = await get('/record?kind=foo&cursor=junk&state=open');
    expect(statusCode).toBe(200);
    expect(body.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toMatch(
      /Not followed: kind “foo” is none of risk, opportunity, consequence\..*Not followed: cursor “junk” is no place in this list\./,
    );
  });

  it.each(['/scenarios/unknown', '/nowhere', '/nowhere/at/all'])(
    'tell a person that nothing is at %s',
    async (url) => {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(404);
      expect(body).toContain('There is nothing at this address.');
      expect(body).toMatch(/<form class="search" method="get" action="\/record"/);
    },
  );

  it('leave programs and the API to the problems', async () => {
    for (const answer of [await get('/nowhere', 'application/json'), await get('/api/v1/nowhere')])
      expect(answer.headers['content-type']).not.toContain('text/html');
  });
});
