import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { addDays, dayOf, startOfDay, toInstant } from '../days.js';
import { DEFAULT_LIMIT, decodeCursor, type Page, pageOf, unknownCursor } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { DUE_SOON_DAYS } from '../scenarios/scenario.dto.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { LOOKED_LIKE } from '../suggestions/suggestion.entity.js';
import { SuggestionsService } from '../suggestions/suggestions.service.js';
import { storeText, words } from '../texts/texts.js';
import { entryOf } from './blind.js';
import { EVENT_IN_DOUBT, eventDoubtOf, IN_DOUBT } from './doubt.js';
import { Deferral, Referral } from './queue.entity.js';
import {
  QUEUE_REASONS,
  type QueueCounts,
  type QueueFilters,
  type QueueItem,
  type QueueQuery,
} from './queue.dto.js';
import { hasAgreed, rereadNote, rereadsOf } from './reread-marks.js';
import type { CreateDeferral, DeferralView } from './resolution.dto.js';
import { Resolution } from './resolution.entity.js';

interface Place {
  id: string;
  rank: number;
  closesAt: string;
}

/**
 * 1 overdue, 2 due soon, 3 an event looks like it, 4 returned because its evidence no longer holds, 5 because a reread
 * disagreed, 6 deferred: in the order of QUEUE_REASONS.
 */
const RANK = `CASE
  WHEN s."state" <> 'open' THEN CASE WHEN ${EVENT_IN_DOUBT} THEN 4 ELSE 5 END
  WHEN (SELECT d."until" FROM "deferral" d WHERE d."scenarioId" = s."id"
    ORDER BY d."recordedAt" DESC, d."id" DESC LIMIT 1) > :today THEN 6
  WHEN s."closesAt" <= :now THEN 1
  WHEN s."closesAt" <= :horizon THEN 2
  ELSE 3 END`;

/** With an entry, so many of the likeliest events. */
const SUGGESTED = 3;

/** What waits for an editor. It says nothing of probabilities and forecasters: judging starts blind. */
@Injectable()
export class QueueService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
    private readonly suggestions: SuggestionsService,
  ) {}

  async list(page: QueueQuery, viewer: Viewer): Promise<Page<QueueItem>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const places = this.waiting(page)
      .select('s."id"', 'id')
      .addSelect(RANK, 'rank')
      .addSelect('s."closesAt"', 'closesAt');
    if (page.cursor !== undefined) {
      const [rank, closesAt, id] = decodeCursor(page.cursor, ['number', 'string', 'string']);
      if (QUEUE_REASONS[rank - 1] === undefined) throw unknownCursor();
      places.andWhere(`(${RANK}, s."closesAt", s."id") > (:afterRank, :afterClosesAt, :afterId)`, {
        ...{ afterRank: rank, afterClosesAt: closesAt, afterId: id },
      });
    }
    const rows = await places
      .orderBy('"rank"')
      .addOrderBy('s."closesAt"')
      .addOrderBy('s."id"')
      .limit(limit + 1)
      .getRawMany<Place>();
    const items = await this.items(rows, viewer);
    return pageOf(
      rows,
      limit,
      (row) => items.get(row.id)!,
      (row) => [row.rank, row.closesAt, row.id],
    );
  }

  /** How many wait, by reason, in the order of the queue. */
  async counts(filters: QueueFilters): Promise<QueueCounts> {
    const rows = await this.waiting(filters)
      .select(RANK, 'rank')
      .addSelect('COUNT(*)', 'n')
      .groupBy(RANK)
      .getRawMany<{ rank: number | string; n: number | string }>();
    const reasons = QUEUE_REASONS.map((reason, index) => ({
      reason,
      n: Number(rows.find(({ rank }) => Number(rank) === index + 1)?.n ?? 0),
    }));
    return { reasons, n: reasons.reduce((sum, { n }) => sum + n, 0) };
  }

  /** The scenarios that wait, as `s`. */
  private waiting({ topic, reason }: QueueFilters): SelectQueryBuilder<ObjectLiteral> {
    const now = toInstant(this.clock.now());
    const today = dayOf(now, 'UTC');
    const horizon = toInstant(startOfDay(addDays(today, DUE_SOON_DAYS + 1), 'UTC'));
    const query = this.database.read
      .createQueryBuilder()
      .from(Scenario, 's')
      .where(
        `((s."state" = 'open' AND (s."closesAt" <= :horizon OR s."id" IN (${LOOKED_LIKE})))
          OR (s."state" <> 'open' AND ${IN_DOUBT}))`,
      )
      .setParameters({ now, today, horizon });
    if (topic !== undefined)
      query.andWhere('s."topicId" IN (SELECT t."id" FROM "topic" t WHERE t."slug" = :topic)', { topic });
    if (reason !== undefined)
      query.andWhere(`${RANK} = :reason`, { reason: QUEUE_REASONS.indexOf(reason) + 1 });
    return query;
  }

  /** Takes an entry off the top of the queue until a day; it stays publicly overdue. */
  async defer(scenarioId: string, body: CreateDeferral, viewer: Viewer): Promise<DeferralView> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      if (scenario.state !== 'open')
        throw new Problem(
          'scenario_not_open',
          `The scenario is ${scenario.state}; there is nothing to defer.`,
          {
            state: scenario.state,
          },
        );
      if (body.until <= this.scenarios.today(scenario))
        throw invalid([{ field: 'until', message: 'must be a day to come' }]);
      const deferral = manager.create(Deferral, {
        ...{ id: newId(), scenario, until: body.until, reason: await storeText(manager, body.reason) },
        loggedBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await manager.insert(Deferral, deferral);
      await this.scenarios.touch(manager, scenarioId);
      return deferralView(deferral);
    });
  }

  private async items(rows: readonly Place[], viewer: Viewer): Promise<Map<string, QueueItem>> {
    const ids = rows.map((row) => row.id);
    const manager = this.database.read;
    const scenarios = await this.scenarios.byIds(manager, ids, EVERYTHING);
    const deferrals = await manager.find(Deferral, {
      where: { scenario: { id: In(ids) } },
      relations: { scenario: true, reason: true },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    const referrals = await manager.find(Referral, {
      where: { scenario: { id: In(ids) } },
      relations: { resolution: true, event: true },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    const suggested = await this.suggestions.byScenario(manager, ids, SUGGESTED);
    const standing = await this.standing(manager, ids);
    const rereads = (await rereadsOf(manager, [...standing.values()])).filter((one) => !hasAgreed(one));
    return new Map(
      rows.map(({ id, rank }) => {
        const reason = QUEUE_REASONS[rank - 1]!;
        const deferral = deferrals.filter((one) => one.scenario.id === id).at(-1);
        const resolutionId = standing.get(id) ?? null;
        const own = referrals.filter((one) => one.resolution.id === resolutionId);
        const item: QueueItem = {
          reason,
          entry: entryOf({ scenarioId: id, accountId: viewer.accountId!, standingId: resolutionId }),
          scenario: scenarios.get(id)!,
          suggested: suggested.get(id) ?? [],
          deferral: deferral ? deferralView(deferral) : null,
          returned: reason === 'returned' ? eventDoubtOf(own) : null,
          rereads: rereads.filter((one) => one.resolution.id === resolutionId).map(rereadNote),
          resolutionId,
        };
        return [id, item];
      }),
    );
  }

  /** The latest resolution of each of some scenarios that have one. */
  private async standing(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await manager.find(Resolution, {
      where: { scenario: { id: In([...ids]) } },
      relations: { scenario: true },
      order: { ordinal: 'ASC' },
    });
    return new Map(rows.map((row) => [row.scenario.id, row.id]));
  }
}

export const deferralView = (deferral: Deferral): DeferralView => ({
  id: deferral.id,
  until: deferral.until,
  reason: words(deferral.reason),
  recordedAt: deferral.recordedAt,
});
