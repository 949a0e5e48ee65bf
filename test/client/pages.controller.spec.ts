import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FrontPageData, FrontQuery, PredictionPageData } from '../../client/src/page-data.js';
import { PagesModule } from '../../src/pages/pages.module.js';
import { PageSource } from '../../src/pages/page-source.js';
import { Problem } from '../../src/problems.js';
import { front, prediction, SITE } from './fixtures.js';

const asked: FrontQuery[] = [];

class InventedSource extends PageSource {
  site() {
    return Promise.resolve(SITE);
  }
  front(query: FrontQuery): Promise<FrontPageData> {
    asked.push(query);
    return Promise.resolve(front({ query }));
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
    const source = { provide: PageSource, useClass: InventedSource };
    app = await NestFactory.create<NestFastifyApplication>(PagesModule.of(source), new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it.each(['/', '/method', '/scenarios/known'])('answer %s with HTML', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toMatch(/^<!doctype html>/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('hand on the filters in the address, without those left open in the form', async () => {
    await get('/?kind=risk&topic=&from=2026-01-01&to=');
    expect(asked.at(-1)).toEqual({ kind: 'risk', from: '2026-01-01' });
  });

  it.each(['/scenarios/unknown', '/nowhere', '/nowhere/at/all'])(
    'tell a person that nothing is at %s',
    async (url) => {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(404);
      expect(body).toContain('There is nothing at this address.');
    },
  );

  it('leave programs and the API to the problems', async () => {
    for (const answer of [await get('/nowhere', 'application/json'), await get('/api/v1/nowhere')])
      expect(answer.headers['content-type']).not.toContain('text/html');
  });
});
