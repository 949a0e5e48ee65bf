import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { InvitationsService } from '../accounts/invitations.service.js';
import { SystemClock } from '../clock.js';
import type { Config } from '../config.js';
import { createApp } from '../create-app.js';
import { driverCode } from '../database/driver-errors.js';
import { HttpServers } from '../http/http-servers.js';
import { Metrics } from '../http/metrics.js';
import { serveMetrics } from '../http/metrics-server.js';
import { Readiness } from '../http/readiness.js';
import { Problem } from '../problems.js';
import { withDatabase } from './context.js';
import type { CommandOutput } from './output.js';
import { rebuildOutdated } from './rebuild.js';
import { stopSignal } from './signals.js';

/** Time in which those who send requests here may notice that this process is going. */
const GRACE_MS = 250;

/** By the code of the error: why, and which setting decides it. */
const WHY_NOT: Readonly<Record<string, readonly [string, string]>> = {
  EADDRINUSE: ['another program listens there.', 'PORT'],
  EACCES: ['that port is reserved.', 'PORT'],
  EADDRNOTAVAIL: ['this machine has no such address.', 'HOST'],
  ENOTFOUND: ['there is no such host.', 'HOST'],
  EAI_AGAIN: ['that host cannot be looked up.', 'HOST'],
};

/**
 * Serves until asked to stop (SIGTERM, SIGINT): then is not ready, takes no more, answers what has arrived, and closes.
 * What is not done at the last moment is cut off. A second signal ends the process at once.
 *
 * @param listening is told where, and the link for the first administrator where nobody can log in yet
 */
export async function serve(
  output: CommandOutput,
  config: Config,
  listening: (address: string, welcome: string | null) => void,
): Promise<void> {
  let ignoreSignals = (): void => undefined;
  await withDatabase(config, async (connections, migrated) => {
    if (migrated.length > 0) output.note(`Database brought up to date: ${migrated.join(', ')}`);
    const servers = new HttpServers(config.connections, config.trustedProxies);
    const app = await createApp({ connections, clock: new SystemClock(), config }, servers);
    await rebuildOutdated(app, output);
    const signal = stopSignal();
    ignoreSignals = signal.ignore;
    try {
      const { host, port, metrics } = config;
      await listen(config, () => app.getHttpAdapter().getInstance().listen({ host, port }));
      if (typeof metrics !== 'string')
        await listen(metrics, () => serveMetrics(servers, app.get(Metrics), metrics), 'METRICS');
      const address = addressOf(app, config.host);
      const invitations = app.get(InvitationsService);
      const first = await invitations.first();
      listening(address, first && invitations.addressOf(first.secret, address));
      await signal.asked;
      app.get(Readiness).stop();
      await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
    } finally {
      await servers.stop();
      await app.close();
    }
  }).finally(() => ignoreSignals());
}

async function listen(
  { host, port }: { host: string; port: number },
  start: () => Promise<unknown>,
  setting?: string,
): Promise<void> {
  try {
    await start();
  } catch (error) {
    const [why, name] = WHY_NOT[driverCode(error) ?? ''] ?? [];
    throw why
      ? new Problem(
          'not_ready',
          `Nothing can be served on ${host}, port ${port}: ${why} Choose another ${setting ?? name}.`,
        )
      : error;
  }
}

function addressOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
