import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { randomSource } from '../calibration/index.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { RecordVersion } from '../database/record-version.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { RereadDraw, RereadItem } from '../resolutions/reread.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import type { Topic } from '../topics/topic.entity.js';
import { TopicsService } from '../topics/topics.service.js';
import { DRAW_SIZE } from './draw-size.js';
import { type DrawOptions, type DrawView, drawView, MAX_SEED } from './reread.dto.js';
import { sample } from './sample.js';

const WAITS = `SELECT 1 FROM "reread_item" i WHERE i."scenarioId" = s."id"
  AND NOT EXISTS (SELECT 1 FROM "reread" r WHERE r."itemId" = i."id")`;
const WAS_DRAWN = `SELECT 1 FROM "reread_item" i WHERE i."scenarioId" = s."id"`;

/** Draws resolved scenarios for blind re-reading. */
@Injectable()
export class DrawsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
  ) {}

  /**
   * Draws evenly from what is resolved and not annulled. What waits to be re-read is not drawn twice; what has been
   * re-read is drawn once more with `again` only.
   *
   * @throws {Problem} nothing_to_reread
   */
  draw(options: DrawOptions, viewer: Viewer): Promise<DrawView> {
    const { size = DRAW_SIZE, seed = randomInt(MAX_SEED), again = false } = options;
    return this.database.withWriteTransaction(async (manager) => {
      // Two draws at once: the later one finds what the first has drawn.
      await this.database.holdRow(manager, RecordVersion, '1');
      const topic = options.topic ? await this.topics.require(manager, options.topic) : null;
      const population = await this.population(manager, topic, again);
      if (population.length === 0)
        throw new Problem(
          'nothing_to_reread',
          again
            ? 'No resolved scenario of this selection can be drawn: none is there, or all wait to be re-read.'
            : 'Every resolved scenario of this selection was drawn before, or there is none (see --again).',
        );
      const draw = manager.create(RereadDraw, {
        ...{ id: newId(), seed, size, population: population.length, topic, again: Number(again) },
        drawnBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await manager.insert(RereadDraw, draw);
      const items = sample(population, size, randomSource(seed)).map((id) =>
        manager.create(RereadItem, { id: newId(), draw, scenario: { id } as Scenario }),
      );
      for (const item of items) await manager.insert(RereadItem, item);
      return drawView(draw, items);
    });
  }

  /** In the order of ids, which is the same on every machine. */
  private async population(manager: EntityManager, topic: Topic | null, again: boolean): Promise<string[]> {
    const query = manager
      .createQueryBuilder()
      .select('s."id"', 'id')
      .from(Scenario, 's')
      .where(`s."state" = 'resolved' AND NOT EXISTS (${again ? WAITS : WAS_DRAWN})`)
      .orderBy('s."id"');
    if (topic) query.andWhere('s."topicId" = :topicId', { topicId: topic.id });
    return (await query.getRawMany<{ id: string }>()).map(({ id }) => id);
  }
}
