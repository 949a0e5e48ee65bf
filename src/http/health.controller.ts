import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { isCurrent } from '../database/migrate.js';
import { Database } from '../database/write-gate.js';
import { Problem } from '../problems.js';
import { Metrics } from './metrics.js';
import { isFromHere } from './metrics-server.js';
import { Allow } from './permissions.js';
import { Readiness } from './readiness.js';

/** For whoever runs this process: is it alive, may it be sent requests, how is it doing. */
@ApiExcludeController()
@Allow('reader')
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('livez')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(): Promise<{ status: 'ready' }> {
    if (this.readiness.stopping) throw new Problem('not_ready', 'This process is stopping.');
    if (!(await isCurrent(this.database.read.dataSource))) {
      throw new Problem('not_ready', 'The database does not have the schema of this program.');
    }
    return { status: 'ready' };
  }

  @Get('metrics')
  async report(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { metrics } = this.config;
    if (metrics !== 'on' && !(metrics === 'local' && isFromHere(request)))
      throw new Problem('not_found', 'There is nothing at this address.');
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
