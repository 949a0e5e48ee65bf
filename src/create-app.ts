import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppParts } from './app.module.js';
import { createAdapter, equip } from './http/fastify-setup.js';
import { createLogger, frameworkLogger } from './http/logging.js';
import { Metrics } from './http/metrics.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Readiness } from './http/readiness.js';
import { serveOpenApi } from './openapi.js';
import { FEED_CONTROLLERS } from './feeds/feeds.module.js';
import { OUTPUT_CONTROLLERS } from './pages/outputs.module.js';
import { PAGE_CONTROLLERS, pageRoutes } from './pages/page-controllers.js';

const API_PREFIX = 'api/v1';
const OUTSIDE_THE_API = ['livez', 'readyz', 'metrics'];

/** All whose routes are for people and what people subscribe to, embed and keep: without the API's prefix. */
export const CONTROLLERS_OUTSIDE = [...PAGE_CONTROLLERS, ...OUTPUT_CONTROLLERS, ...FEED_CONTROLLERS];

/** The application, ready to listen or to be asked directly. Closing it leaves the connections open. */
export async function createApp(parts: AppParts): Promise<NestFastifyApplication> {
  const log = createLogger(parts.config.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(parts), createAdapter(log), {
    logger: frameworkLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: [...OUTSIDE_THE_API, ...pageRoutes(CONTROLLERS_OUTSIDE)] });
  app.useGlobalFilters(new ProblemFilter(log));
  const server = app.getHttpAdapter().getInstance();
  await equip(server, { log, metrics: app.get(Metrics), readiness: app.get(Readiness) });
  serveOpenApi(app);
  await app.init();
  await server.ready();
  return app;
}
