import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppParts } from './app.module.js';
import { createAdapter, equip } from './http/fastify-setup.js';
import { createLogger, frameworkLogger } from './http/logging.js';
import { Metrics } from './http/metrics.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Readiness } from './http/readiness.js';
import { serveOpenApi } from './openapi.js';
import { pageRoutes } from './pages/page-controllers.js';

const API_PREFIX = 'api/v1';
const OUTSIDE_THE_API = ['livez', 'readyz', 'metrics'];

/** The application, ready to listen or to be asked directly. Closing it leaves the connections open. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const log = createLogger(parts.config.logLevel);
  const adapter = createAdapter(log, parts.config.trustedProxies);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(parts), adapter, {
    logger: frameworkLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: [...OUTSIDE_THE_API, ...pageRoutes()] });
  app.useGlobalFilters(new ProblemFilter(log));
  const server = app.getHttpAdapter().getInstance();
  await equip(server, { log, metrics: app.get(Metrics), readiness: app.get(Readiness) });
  serveOpenApi(app);
  await app.init();
  await server.ready();
  return app;
}
