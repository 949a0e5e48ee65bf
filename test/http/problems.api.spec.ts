import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { newId } from '../../src/database/ids.js';
import { decodeCursor, encodeCursor, pageOf, PageQuery } from '../../src/http/paging.js';
import { Allow } from '../../src/http/permissions.js';
import { Day, Id, Instant, OneOf, Text } from '../../src/http/validation.js';
import { Problem } from '../../src/problems.js';
import { routesOf } from '../support/routes.js';
import { type Answer, startTestApp, type TestApp } from '../support/app.js';

class SourceDto {
  @Text({ max: 10 }) outlet: string;
}

class ThingDto {
  @Text({ max: 300_000 }) title: string;
  @Text({ max: 20, optional: true }) note?: string;
  @Text({ max: 20, optional: true, nullable: true }) aside?: string | null;
  @Day({ optional: true }) on?: string;
  @Instant({ optional: true }) at?: string;
  @OneOf(['red', 'green'], { optional: true }) colour?: string;
  @Id({ optional: true }) ref?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => SourceDto) sources: SourceDto[] = [];
}

@Allow('reader')
@Controller('things')
class ThingsController {
  @Post() add(@Body() body: ThingDto) {
    return body;
  }
  @Get() list(@Query() { cursor, limit }: PageQuery) {
    const [after] = cursor === undefined ? [0] : decodeCursor(cursor, ['number']);
    const rows = Array.from({ length: (limit ?? 0) + 1 }, (_, i) => after + i + 1).filter((n) => n <= 120);
    return pageOf(
      rows,
      limit ?? 0,
      (n) => n,
      (n) => [n],
    );
  }
  @Post('touch') touch(@Body() body: unknown) {
    return { body: body ?? null };
  }
  @Get(':slug') show(@Param('slug') slug: string) {
    return { slug };
  }
  @Get('fails/:how') fail(@Param('how') how: string) {
    if (how === 'busy') throw new Problem('database_busy', 'Busy.');
    if (how === 'driver') throw Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });
    if (how === 'state')
      throw new Problem('already_resolved', 'It is.', { current: { outcome: 'occurred' } });
    throw new Error('canary: password is hunter2');
  }
  @Get('named/:name') named(@Param('name') name: string) {
    return { name };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ modules: [ThingsModule] });
});
afterAll(() => test.stop());

const sized = (bytes: number) => {
  const frame = JSON.stringify({ title: '' }).length;
  return JSON.stringify({ title: 'x'.repeat(bytes - frame) });
};

describe('a refusal', () => {
  it.each<[string, unknown, number, string]>([
    ['broken JSON', '{"title": ', 400, 'malformed_request'],
    ['no body at all', '', 422, 'validation_failed'],
    ['a key given twice', '{"title": "a", "title": "b"}', 400, 'malformed_request'],
    ['a key given twice, once escaped', '{"title": "a", "t\\u0069tle": "b"}', 400, 'malformed_request'],
    [
      'a key given twice further in',
      '{"title": "a", "sources": [{"x": 1, "x": 2}]}',
      400,
      'malformed_request',
    ],
    ['__proto__', '{"title": "a", "__proto__": {"role": "editor"}}', 400, 'malformed_request'],
    ['__proto__, escaped', '{"title": "a", "__pr\\u006fto__": 1}', 400, 'malformed_request'],
    ['40 levels', `${'['.repeat(40)}${']'.repeat(40)}`, 400, 'malformed_request'],
    ['NaN', '{"title": NaN}', 400, 'malformed_request'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 422, 'validation_failed'],
    ['NUL', '{"title": "a\\u0000b"}', 422, 'validation_failed'],
    ['half a surrogate pair', '{"title": "a\\ud800b"}', 422, 'validation_failed'],
    ['half a surrogate pair in a key', '{"\\udc00": 1}', 422, 'validation_failed'],
    ['a bell', '{"title": "a\\u0007b"}', 422, 'validation_failed'],
    ['a list', '[]', 422, 'validation_failed'],
    ['null', 'null', 422, 'validation_failed'],
    ['a text', '"title"', 422, 'validation_failed'],
    ['a number', '7', 422, 'validation_failed'],
    ['an unknown key', '{"title": "a", "role": "administrator"}', 422, 'validation_failed'],
    ['constructor', '{"title": "a", "constructor": {"prototype": {}}}', 400, 'malformed_request'],
    ['a number for a text', '{"title": 5}', 422, 'validation_failed'],
    ['a blank text', '{"title": " \\n "}', 422, 'validation_failed'],
    ['one byte too much', sized(256 * 1024 + 1), 413, 'payload_too_large'],
  ])('of %s', async (_, body, status, code) => {
    const answer = await test.call('POST', 'things', { body });
    expect(answer).toMatchObject({ status, body: { status, code, type: 'about:blank' } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
    expect((answer.body as { requestId: string }).requestId).toBe(answer.headers['x-request-id']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml'])(
    'of what is sent as %s',
    async (type) => {
      const answer = await test.call('POST', 'things', {
        body: 'title=a',
        headers: { 'content-type': type },
      });
      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    },
  );

  it.each([
    ['GET', '/nowhere', 404, 'not_found'],
    ['GET', 'nowhere', 404, 'not_found'],
    ['DELETE', 'things', 405, 'method_not_allowed'],
    ['POST', '/nowhere', 404, 'not_found'],
    ['GET', 'things/named/%zz', 400, 'malformed_request'],
    ['GET', `things/named/${'x'.repeat(300)}`, 400, 'malformed_request'],
    ['GET', 'things/named/a%00b', 422, 'validation_failed'],
    ['GET', 'things?limit=%00', 422, 'validation_failed'],
    ['GET', 'things?limit=0', 422, 'validation_failed'],
    ['GET', 'things?limit=201', 422, 'validation_failed'],
    ['GET', 'things?limit=1.5', 422, 'validation_failed'],
    ['GET', 'things?limit=1&limit=2', 422, 'validation_failed'],
    ['GET', 'things?cursor=nonsense', 422, 'validation_failed'],
    ['GET', `things?cursor=${encodeCursor(['x'])}`, 422, 'validation_failed'],
    ['GET', 'things?sort=1', 422, 'validation_failed'],
  ])('of %s %.40s', async (method, path, status, code) => {
    const answer = await test.call(method, path);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('of a method that no route of an address takes names those that do: every address of the program', async () => {
    const routes = routesOf(test.app).filter(({ path }) => !path.endsWith('*'));
    expect(routes.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const { method, path } of routes) {
      const isHealth = ['livez', 'readyz', 'metrics'].includes(path);
      const address = `${isHealth ? '/' : ''}${path.replaceAll(/:\w+/g, 'x')}`;
      const answer = await test.call('PUT', address, { body: '{' });
      const allowed = answer.headers['allow']?.split(', ') ?? [];
      if (answer.status === 405 && answer.body.code === 'method_not_allowed' && allowed.includes(method))
        continue;
      wrong.push(`PUT ${path}: ${answer.status}, ${allowed.join(' ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['DELETE', 'things', 'GET, HEAD, POST'],
    ['OPTIONS', 'things/touch', 'POST'],
    ['PATCH', '/', 'GET, HEAD'],
    ['TRACE', '/livez', 'GET, HEAD'],
    ['POST', '/scenarios/x', 'GET, HEAD'],
    ['GET', 'statements/lint', 'POST'],
    ['GET', 'briefings/parse', 'POST'],
  ])('of %s %s allows %s', async (method, path, allow) => {
    const { status, headers } = await test.call(method, path);
    expect([status, headers['allow']]).toEqual([405, allow]);
  });

  it('leaves an address to the record that is called like a word of another', async () => {
    expect(await test.call('GET', 'things/touch')).toMatchObject({ status: 200, body: { slug: 'touch' } });
  });

  it('names every field that is missing where a body is, and is none where a route takes none', async () => {
    const missing = await test.call<{ errors: { field: string }[] }>('POST', 'things', { body: '' });
    expect(missing.body.errors.map(({ field }) => field)).toEqual(['title']);
    expect(await test.call('POST', 'things/touch', { body: '' })).toMatchObject({
      status: 201,
      body: { body: null },
    });
    expect((await test.call('DELETE', 'session', { body: '' })).status).toBe(204);
  });

  it('names every field that is wrong, by its path', async () => {
    const body = {
      title: 'a',
      note: null,
      on: '2026-02-30',
      at: '2026-06-15T12:00:00+02:00',
      colour: 'blue',
      ref: '7',
      sources: [{ outlet: 'fine' }, { outlet: 'far too long' }, {}],
    };
    const answer = await test.call<{ errors: { field: string }[] }>('POST', 'things', { body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }) => field)).toEqual([
      ...['note', 'on', 'at', 'colour', 'ref', 'sources.1.outlet', 'sources.2.outlet'],
    ]);
  });

  it('asks to come back when the database is busy', async () => {
    for (const how of ['busy', 'driver']) {
      const answer = await test.call('GET', `things/fails/${how}`);
      expect(answer).toMatchObject({ status: 503, body: { code: 'database_busy' } });
      expect(answer.headers['retry-after']).toBe('5');
    }
  });

  it('carries the facts that a program may want', async () => {
    const answer = await test.call('GET', 'things/fails/state');
    expect(answer).toMatchObject({ status: 409, body: { current: { outcome: 'occurred' } } });
  });

  it('shows nothing of a fault of ours but its id', async () => {
    const answer = await test.call('GET', 'things/fails/badly');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal_error' } });
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|canary|spec\.ts/);
  });
});

describe('what is accepted', () => {
  it('comes through as it was sent', async () => {
    const body = {
      title: '  Ünïcode 🎯, kept\nas it is ',
      aside: null,
      on: '2026-06-15',
      at: '2026-06-15T12:00:00Z',
      colour: 'red',
      ref: newId(),
      sources: [{ outlet: 'one' }],
    };
    expect(await test.call('POST', 'things', { body })).toMatchObject({ status: 201, body });
  });

  it('may have 256 kB', async () => {
    expect((await test.call('POST', 'things', { body: sized(256 * 1024) })).status).toBe(201);
  });
});

describe('a list', () => {
  it('links to its next part until there is none', async () => {
    let path: string | undefined = '/api/v1/things?limit=50';
    const seen: number[] = [];
    for (let parts = 0; path !== undefined && parts < 9; parts += 1) {
      const answer: Answer<{ items: number[]; next: string | null }> = await test.call('GET', path);
      seen.push(...answer.body.items);
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers['link'] ?? '')?.[1];
      expect(path === undefined).toBe(answer.body.next === null);
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  });

  it('has 50 items unless asked otherwise', async () => {
    const answer = await test.call<{ items: number[] }>('GET', 'things');
    expect(answer.body.items).toHaveLength(50);
  });
});

describe('headers', () => {
  it('keep strangers out of the page, and say nothing of what runs here', async () => {
    const { headers } = await test.call('GET', 'things');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('allow long answers to be compressed', async () => {
    const answer = await test.app.inject({
      url: '/api/docs-json',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});
