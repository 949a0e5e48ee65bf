import { Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Allow } from '../../src/http/permissions.js';
import { Viewer } from '../../src/http/viewer.js';
import { startTestApp, type TestApp, type Who } from '../support/app.js';
import { routesOf } from '../support/routes.js';

@Controller('guarded')
class GuardedController {
  @Get('undeclared') undeclared() {
    return 'never';
  }
  @Allow('reader') @Get('reader') reader(@Viewer() viewer: Viewer) {
    return viewer;
  }
  @Allow('analyst') @Post('analyst') analyst(@Viewer() viewer: Viewer) {
    return viewer;
  }
  @Allow('editor') @Post('editor') editor(@Viewer() viewer: Viewer) {
    return viewer;
  }
  @Allow('administrator') @Post('administrator') administrator(@Viewer() viewer: Viewer) {
    return viewer;
  }
}

@Module({ controllers: [GuardedController] })
class GuardedModule {}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ modules: [GuardedModule] });
});
afterAll(() => test.stop());

const everyone: (Who | undefined)[] = [undefined, 'analyst', 'editor', 'administrator'];

describe('who may use a route', () => {
  it.each([
    ['GET', 'guarded/undeclared', [403, 403, 403, 403]],
    ['GET', 'guarded/reader', [200, 200, 200, 200]],
    ['POST', 'guarded/analyst', [401, 201, 201, 201]],
    ['POST', 'guarded/editor', [401, 403, 201, 201]],
    ['POST', 'guarded/administrator', [401, 403, 403, 201]],
  ])('%s %s answers reader, analyst, editor, administrator %j', async (method, path, expected) => {
    const answers = await Promise.all(everyone.map((as) => test.call(method, path, as ? { as } : {})));
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });

  it('tells the route who is asking', async () => {
    expect((await test.call('GET', 'guarded/reader')).body).toEqual({
      accountId: null,
      role: 'reader',
      mayLogFor: [],
    });
    expect((await test.call('GET', 'guarded/reader', { as: 'editor' })).body).toEqual({
      accountId: expect.any(String),
      role: 'editor',
      mayLogFor: '*',
    });
  });

  it.each(['Bearer hc_wrong', 'Bearer', 'Basic dTpw', 'hc_wrong', `Bearer ${'x'.repeat(600)}`])(
    'a credential that is no good is refused even where none is needed: %.20s',
    async (authorization) => {
      const answer = await test.call('GET', 'guarded/reader', { headers: { authorization } });
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="hindcast", error="invalid_token"');
    },
  );

  it('keeps what is answered to a credential out of every cache', async () => {
    const answer = await test.call('GET', 'guarded/reader', { as: 'analyst' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('every route of the program', () => {
  const own = () => routesOf(test.app).filter(({ path }) => !path.startsWith('guarded'));

  it('says who may use it', () => {
    expect(own().length).toBeGreaterThan(2);
    expect(own().filter(({ role }) => role === undefined)).toEqual([]);
  });

  it('is found by this test when it does not', () => {
    const undeclared = routesOf(test.app).filter(({ role }) => role === undefined);
    expect(undeclared.map(({ name }) => name)).toEqual(['GuardedController.undeclared']);
  });

  it('refuses readers if it writes, before it looks at what they sent', async () => {
    for (const { method, path, role } of own()) {
      if (role === 'reader') continue;
      const address = path.replace(/:\w+/g, '019a0000-0000-7000-8000-000000000000');
      const answer = await test.call(method, address, method === 'GET' ? {} : { body: {} });
      expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 401]);
    }
  });
});
