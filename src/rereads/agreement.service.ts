import { Injectable } from '@nestjs/common';
import { wilsonInterval } from '../calibration/index.js';
import { onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { Reread } from '../resolutions/reread.entity.js';
import { TopicsService } from '../topics/topics.service.js';
import type { Agreement, AgreementQuery } from './reread.dto.js';

const LEVEL = 0.9;

/** How well judging repeats itself: counted over the scenarios that a viewer may see (rule 13). */
@Injectable()
export class AgreementService {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicsService,
  ) {}

  /** Each reread counts once, against the resolution that stood when it was read: later corrections change nothing. */
  async agreement(filters: AgreementQuery, sight: Sight): Promise<Agreement> {
    const { topic, from, to, ...columns } = filters;
    if (topic) await this.topics.show(topic, sight);
    const query = this.database.read
      .createQueryBuilder(Reread, 'reread')
      .innerJoin('reread.resolution', 'resolution')
      .innerJoin('resolution.scenario', 'scenario')
      .innerJoin('scenario.topic', 'topic')
      .select('COUNT(*)', 'read')
      .addSelect('COUNT(CASE WHEN reread.outcome = resolution.outcome THEN 1 END)', 'agreed')
      .where('1 = 1');
    onlyVisible(query, 'scenario', sight);
    if (topic) query.andWhere('topic.slug = :topic', { topic });
    if (from) query.andWhere('resolution.outcomeOn >= :from', { from });
    if (to) query.andWhere('resolution.outcomeOn <= :to', { to });
    for (const column of ['kind', 'term', 'testability'] as const)
      if (columns[column]) query.andWhere(`scenario.${column} = :${column}`, { [column]: columns[column] });
    const row = (await query.getRawOne<{ read: number | string; agreed: number | string }>())!;
    return agreementOf(Number(row.agreed), Number(row.read));
  }
}

const agreementOf = (agreed: number, read: number): Agreement => ({
  read,
  agreed,
  share: read === 0 ? null : agreed / read,
  interval: {
    level: LEVEL,
    ...(read === 0 ? { low: null, high: null } : wilsonInterval(agreed, read, LEVEL)),
  },
});
