import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppParts } from './app.module.js';
import { createAdapter, equip } from './http/fastify-setup.js';
import { HttpServers } from './http/http-servers.js';
import { createLogger, frameworkLogger } from './http/logging.js';
import { AllowedMethods } from './http/methods.js';
import { Metrics } from './http/metrics.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Readiness } from './http/readiness.js';
import { RequestLimits } from './http/request-limits.js';
import { serveOpenApi } from './openapi.js';
import { faultPage } from './pages/fault-page.js';
import { FEED_CONTROLLERS } from './feeds/feeds.module.js';
import { OUTPUT_CONTROLLERS } from './pages/outputs.module.js';
import { PAGE_CONTROLLERS } from './pages/page-controllers.js';

/** All whose routes are for people and what people subscribe to, embed and keep: outside the API's path. */
export const CONTROLLERS_OUTSIDE = [...PAGE_CONTROLLERS, ...OUTPUT_CONTROLLERS, ...FEED_CONTROLLERS];

/**
 * The application, ready to listen or to be asked directly. Closing it leaves the connections of the database open.
 *
 * @param servers what it listens with, for whoever stops it
 */
export async function createApp(
  parts: AppParts,
  servers = new HttpServers(parts.config.connections, parts.config.trustedProxies),
): Promise<NestFastifyApplication> {
  const { config } = parts;
  const log = createLogger(config.logLevel);
  const adapter = createAdapter(log, config.trustedProxies, servers);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(parts), adapter, {
    logger: frameworkLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log, faultPage));
  const server = app.getHttpAdapter().getInstance();
  const methods = new AllowedMethods();
  await equip(server, {
    log,
    metrics: app.get(Metrics),
    readiness: app.get(Readiness),
    servers,
    methods,
    isSecure: config.publicOrigin?.startsWith('https:') === true,
    limits: app.get(RequestLimits),
    trustedProxies: config.trustedProxies,
  });
  serveOpenApi(app);
  await app.init();
  methods.refuseOthers(server);
  await server.ready();
  return app;
}
