import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { MovingClock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/create-app.js';
import { type Connections, openDataSources } from '../../src/database/data-sources.js';
import { migrate } from '../../src/database/migrate.js';
import { entities, migrations } from '../../src/schema.js';
import { NO_LIMITS } from '../../bench/no-limits.js';
import { type FreshDatabase, freshDatabase } from './database.js';

export type Who = 'analyst' | 'editor' | 'administrator';

export interface CallOptions {
  /** Whose token is sent; a reader sends none. */
  as?: Who;
  /** An object is sent as JSON; text and bytes as they are, with the content type of JSON unless `headers` say otherwise. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string>;
}

export interface TestApp {
  app: NestFastifyApplication;
  clock: MovingClock;
  connections: Connections;
  place: FreshDatabase;
  tokens: Record<Who, string>;
  /** Paths that do not begin with a slash are below `/api/v1/`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they expect to be there
  call<T = any>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>;
  service<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  now?: string;
  /** Settings beside those of every test. */
  env?: Record<string, string>;
  /** Further rooms, for tests of what applies to every route. */
  modules?: (Type | DynamicModule)[];
}

/** The whole program on a fresh database of the project's engine, with a clock that the test moves. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const place = await freshDatabase();
  const clock = new MovingClock(options.now ?? '2026-06-15T12:00:00.000Z');
  const config = readConfig({
    DATABASE_URL: place.url,
    LOG_LEVEL: 'silent',
    ...NO_LIMITS,
    ...options.env,
  });
  const connections = await openDataSources(place.url, { entities, migrations });
  await migrate(connections);
  const app = await createApp({ connections, clock, config, modules: options.modules ?? [] });

  const accounts = app.get(AccountsService, { strict: false });
  const tokens = {} as Record<Who, string>;
  for (const role of ['analyst', 'editor', 'administrator'] as const) {
    tokens[role] = (await accounts.add(`test ${role}`, role)).token;
  }

  return {
    app,
    clock,
    connections,
    place,
    tokens,
    call: async <T>(method: string, path: string, { as, body, headers = {} }: CallOptions = {}) => {
      const raw = typeof body === 'string' || Buffer.isBuffer(body);
      const answer = await app.inject({
        method: method as 'GET',
        url: path.startsWith('/') ? path : `/api/v1/${path}`,
        headers: {
          ...(as && { authorization: `Bearer ${tokens[as]}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { payload: raw ? body : JSON.stringify(body) }),
      });
      const isJson = /json/.test(String(answer.headers['content-type']));
      return {
        status: answer.statusCode,
        body: (isJson ? JSON.parse(answer.body) : answer.body) as T,
        headers: answer.headers as Record<string, string>,
      };
    },
    service: (token) => app.get(token, { strict: false }),
    stop: async () => {
      await app.close();
      await connections.close();
      await place.drop();
    },
  };
}
