import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { dayOf, toInstant } from '../days.js';
import { pageBy } from '../http/page-by.js';
import type { Page } from '../http/paging.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { storeOptional, storeText } from '../texts/texts.js';
import { publicFrom } from '../topics/publishing.js';
import { TopicsService } from '../topics/topics.service.js';
import { draftOf, requireComplete } from './briefing-draft.js';
import {
  type CreateHandover,
  handedOn,
  handoverListItem,
  type HandoverListItem,
  type HandoversQuery,
  type HandoverView,
} from './handover.dto.js';
import { Handover, HandoverEnd } from './handover.entity.js';

/** How a handover ended: as a briefing on record, or with the reason why not. */
export type Ending = { briefing: string } | { reason: string };

/**
 * Hands a briefing on from an analyst to the editors (rule 12: only they say what became of a reworded scenario). Nothing
 * of it is on record, or counts, before an editor records it.
 */
@Injectable()
export class HandoversService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
  ) {}

  /** @throws {Problem} briefing_incomplete, no_scenarios; publication_in_past, publication_reserved */
  async handOn({ briefing, note }: CreateHandover, viewer: Viewer): Promise<HandoverView> {
    const now = this.clock.now();
    const draft = draftOf(briefing, dayOf(now, 'UTC'));
    requireComplete(draft);
    const { text, handover: _before, ...fields } = briefing;
    return this.database.withWriteTransaction(async (manager) => {
      const topic = await this.topics.find(manager, draft.briefing.topic!);
      // A topic that is not there yet begins with the briefing, as that says.
      publicFrom(briefing.publicAt, {
        topic: topic ?? { title: draft.briefing.topic!, publishes: 'at_once' },
        viewer,
        now: toInstant(now),
      });
      const row = manager.create(Handover, {
        ...{ id: newId(), recordedAt: toInstant(now) },
        headline: await storeText(manager, draft.briefing.headline!),
        text: await storeOptional(manager, text),
        fields: await storeText(manager, JSON.stringify(fields)),
        note: await storeOptional(manager, note),
        loggedBy: { id: viewer.accountId! } as Account,
      });
      await manager.insert(Handover, row);
      return this.show(row.id, viewer, manager);
    });
  }

  /** Those of the account; of everyone, where an editor asks. The latest first. */
  async list(query: HandoversQuery, viewer: Viewer): Promise<Page<HandoverListItem>> {
    const rows = this.joined(this.database.read).where(
      `${query.state === 'ended' ? '' : 'NOT '}EXISTS (SELECT 1 FROM "handover_end" e WHERE e."handoverId" = handover.id)`,
    );
    if (!mayActAs(viewer, 'editor')) rows.andWhere('loggedBy.id = :id', { id: viewer.accountId });
    const found = await pageBy(rows, query, 'DESC', [
      ['handover.recordedAt', (row: Handover) => row.recordedAt],
      ['handover.id', (row: Handover) => row.id],
    ]);
    const ends = await this.ends(
      this.database.read,
      found.items.map(({ id }) => id),
    );
    return {
      ...found,
      items: found.items.map((row) => handoverListItem(row, ends.get(row.id) ?? null, viewer.accountId)),
    };
  }

  async show(id: string, viewer: Viewer, manager = this.database.read): Promise<HandoverView> {
    const row = await this.require(manager, id, viewer);
    const end = (await this.ends(manager, [id])).get(id) ?? null;
    return { ...handoverListItem(row, end, viewer.accountId), briefing: handedOn(row) };
  }

  /** Whoever handed it on takes it back, or an editor sends it back. */
  async sendBack(id: string, reason: string, viewer: Viewer): Promise<HandoverView> {
    return this.database.withWriteTransaction(async (manager) => {
      await this.end(manager, id, { reason }, viewer);
      return this.show(id, viewer, manager);
    });
  }

  /** @throws {Problem} handover_ended */
  async end(manager: EntityManager, id: string, ending: Ending, viewer: Viewer): Promise<void> {
    const handover = await this.require(manager, id, viewer);
    const before = (await this.ends(manager, [id])).get(id);
    if (before)
      throw new Problem(
        'handover_ended',
        before.briefing
          ? `${before.loggedBy.name} has recorded it already.`
          : `${before.loggedBy.name} has taken it back already.`,
        { briefing: before.briefing?.id ?? null },
      );
    await manager.insert(HandoverEnd, {
      ...{ id: newId(), handover, recordedAt: toInstant(this.clock.now()) },
      briefing: 'briefing' in ending ? { id: ending.briefing } : null,
      reason: 'reason' in ending ? await storeText(manager, ending.reason) : null,
      loggedBy: { id: viewer.accountId! } as Account,
    });
  }

  private async require(manager: EntityManager, id: string, viewer: Viewer): Promise<Handover> {
    const row = await this.joined(manager).where('handover.id = :id', { id }).getOne();
    if (!row || (row.loggedBy.id !== viewer.accountId && !mayActAs(viewer, 'editor')))
      throw new Problem('not_found', `There is no handover “${id}”.`);
    return row;
  }

  private async ends(manager: EntityManager, ids: string[]): Promise<Map<string, HandoverEnd>> {
    const rows = await manager.find(HandoverEnd, {
      where: { handover: { id: In(ids) } },
      relations: { handover: true, briefing: true, reason: true, loggedBy: true },
    });
    return new Map(rows.map((row) => [row.handover.id, row]));
  }

  private joined(manager: EntityManager) {
    return manager
      .createQueryBuilder(Handover, 'handover')
      .innerJoinAndSelect('handover.headline', 'headline')
      .leftJoinAndSelect('handover.text', 'text')
      .innerJoinAndSelect('handover.fields', 'fields')
      .leftJoinAndSelect('handover.note', 'note')
      .innerJoinAndSelect('handover.loggedBy', 'loggedBy');
  }
}
