import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/driver-errors.js';
import { newId } from '../database/ids.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { pageBy } from '../http/page-by.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { Referral } from '../resolutions/queue.entity.js';
import { rereadNote, rereadsOf } from '../resolutions/reread-marks.js';
import { Reread, RereadItem } from '../resolutions/reread.entity.js';
import type { Resolution } from '../resolutions/resolution.entity.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { criteriaOf } from '../scenarios/criteria-store.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { storeOptional } from '../texts/texts.js';
import { type CreateReread, type RereadItemView, rereadItemView, type RereadView } from './reread.dto.js';
import { checkReading } from './reading-rules.js';

/** Why an account cannot re-read a scenario blind, as conditions on `scenario`; and in words. */
const KNOWING: [string, string][] = [
  [
    `SELECT 1 FROM "resolution" k WHERE k."scenarioId" = scenario.id AND k."resolvedById" = :accountId`,
    'You have judged this scenario yourself; somebody else has to re-read it.',
  ],
  [
    `SELECT 1 FROM "forecast" k WHERE k."scenarioId" = scenario.id AND k."loggedById" = :accountId`,
    'You have logged a forecast on this scenario; somebody else has to re-read it.',
  ],
  [
    `SELECT 1 FROM "showing" k WHERE k."scenarioId" = scenario.id AND k."shownToId" = :accountId`,
    'You have been shown the forecasts of this scenario; somebody else has to re-read it.',
  ],
];

/** Blind re-reading: another editor judges again what was drawn, not knowing the outcome. */
@Injectable()
export class RereadsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
    private readonly evidence: EvidenceService,
    private readonly resolutions: ResolutionsService,
  ) {}

  /** What waits, and what this account may read. */
  async list(page: PageQuery, viewer: Viewer): Promise<Page<RereadItemView>> {
    const manager = this.database.read;
    const query = this.joined(manager)
      .where(`scenario.state IN ('resolved', 'annulled')`)
      .andWhere(`NOT EXISTS (SELECT 1 FROM "reread" r WHERE r."itemId" = item.id)`)
      .setParameter('accountId', viewer.accountId);
    for (const [condition] of KNOWING) query.andWhere(`NOT EXISTS (${condition})`);
    const found = await pageBy(query, page, 'ASC', [['item.id', (item: RereadItem) => item.id]]);
    const criteria = await criteriaOf(
      manager,
      found.items.map((item) => item.scenario.id),
      EVERYTHING,
    );
    const items: RereadItemView[] = [];
    for (const item of found.items)
      items.push(
        rereadItemView(
          item,
          criteria.get(item.scenario.id)?.at(-1),
          await this.events(manager, item.scenario.id),
        ),
      );
    return { ...found, items };
  }

  /** Takes down what was read; the answer has the resolution beside it. A disagreement goes to the queue. */
  async read(itemId: string, body: CreateReread, viewer: Viewer): Promise<RereadView> {
    try {
      return await this.database.withWriteTransaction((manager) =>
        this.record(manager, itemId, body, viewer),
      );
    } catch (error) {
      if (isUniqueViolation(error)) throw alreadyReread();
      throw error;
    }
  }

  private async record(
    manager: EntityManager,
    itemId: string,
    body: CreateReread,
    viewer: Viewer,
  ): Promise<RereadView> {
    const item = await this.joined(manager).where('item.id = :itemId', { itemId }).getOne();
    if (!item) throw new Problem('not_found', `Nothing was drawn as “${itemId}”.`);
    const scenario = await this.scenarios.lock(manager, item.scenario.id);
    const resolution = await this.requireBlind(manager, item, scenario, viewer);
    checkReading(
      { ...scenario, hasPremise: scenario.premise !== null },
      body,
      this.scenarios.today(scenario),
    );
    const id = newId();
    const recordedAt = toInstant(this.clock.now());
    await manager.insert(Reread, {
      ...{ id, item, resolution, outcome: body.outcome, recordedAt },
      ...{ annulment: body.annulment ?? null, outcomeOn: body.outcomeOn ?? null },
      note: await storeOptional(manager, body.note),
      readBy: { id: viewer.accountId! } as Account,
    });
    if (body.outcome !== resolution.outcome)
      await manager.insert(Referral, {
        ...{ id: newId(), scenario, resolution, event: null, cause: 'reread_disagreed', recordedAt },
      });
    await this.scenarios.touch(manager, scenario.id);
    const reread = (await rereadsOf(manager, [resolution.id])).find((one) => one.id === id)!;
    const standing = (await this.resolutions.list(manager, scenario, EVERYTHING)).at(-1)!;
    return { id, scenarioId: scenario.id, ...rereadNote(reread), resolution: standing };
  }

  /** @returns the resolution that stands, and that this account does not know of its own doing */
  private async requireBlind(
    manager: EntityManager,
    item: RereadItem,
    scenario: Scenario,
    viewer: Viewer,
  ): Promise<Resolution> {
    for (const [condition, words] of KNOWING) {
      const knows = await this.joined(manager)
        .where('item.id = :itemId', { itemId: item.id })
        .andWhere(`EXISTS (${condition})`, { accountId: viewer.accountId })
        .getExists();
      if (knows) throw new Problem('not_blind', words);
    }
    if (await manager.existsBy(Reread, { item: { id: item.id } })) throw alreadyReread();
    const resolution = await this.resolutions.latest(manager, scenario.id);
    if (resolution === null || resolution.outcome === 'reopened')
      throw new Problem(
        'not_resolved',
        'The scenario was reopened after it was drawn; it can be judged from the queue.',
      );
    return resolution;
  }

  /** The events that are linked to a scenario, by the day that they happened; without what was made of them. */
  private async events(manager: EntityManager, scenarioId: string): Promise<RereadItemView['events']> {
    const linked = await this.evidence.list(manager, scenarioId, EVERYTHING);
    const byId = new Map(linked.map(({ event }) => [event.id, event]));
    return [...byId.values()].sort((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.id, b.id));
  }

  private joined(manager: EntityManager): SelectQueryBuilder<RereadItem> {
    return manager
      .createQueryBuilder(RereadItem, 'item')
      .innerJoinAndSelect('item.draw', 'draw')
      .innerJoinAndSelect('item.scenario', 'scenario')
      .innerJoinAndSelect('scenario.topic', 'topic')
      .innerJoinAndSelect('scenario.statement', 'statement')
      .leftJoinAndSelect('scenario.premise', 'premise');
  }
}

const alreadyReread = (): Problem =>
  new Problem('already_reread', 'Another editor has re-read this in the meantime; each is read once.');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
