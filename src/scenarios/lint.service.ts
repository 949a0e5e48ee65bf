import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { dayOf } from '../days.js';
import { TopicsService } from '../topics/topics.service.js';
import { lintIn } from './lint.js';
import type { LintStatement, LintView } from './lint.dto.js';

@Injectable()
export class LintService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
  ) {}

  /** What makes the statement hard to judge, were it recorded now; nothing is written. */
  async lint(body: LintStatement): Promise<LintView> {
    const topic = body.topic === undefined ? null : await this.topics.require(this.database.read, body.topic);
    return lintIn(topic, body, dayOf(this.clock.now(), topic?.zone ?? 'UTC'));
  }
}
