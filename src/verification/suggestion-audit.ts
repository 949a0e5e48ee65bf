import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/write-gate.js';
import { MatterChanges } from '../events/matter-changes.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { Matcher, OF_SCENARIO } from '../suggestions/matcher.js';
import { Suggestion } from '../suggestions/suggestion.entity.js';
import { LOOKS_LIKE_IT } from '../suggestions/suggestion-keeper.js';
import { differing, type Found } from '../tallies/found-differences.js';
import type { Progress } from '../tallies/tally-audit.js';
import { AT_ONCE, idsAfter } from './batches.js';
import { Findings } from './findings.js';

/** How far from the line a score must be, on the scale of scores, to say that it never was on the other side. */
const MARGIN = 0.1;

/**
 * Holds what is kept of suggestions against the records. How rare a word is changes with the record, and with it a
 * score: near the line an event may rightly be kept or not. So what is kept is stray where the two clearly do not look
 * alike, by today's rarities and with every word as rare as any other, and something is missing where they clearly do
 * by both.
 */
@Injectable()
export class SuggestionAudit {
  constructor(
    private readonly database: Database,
    private readonly matcher: Matcher,
    private readonly matter: MatterChanges,
  ) {}

  async verify(progress: Progress = () => undefined): Promise<Findings> {
    return this.database.withReadSnapshot(async (manager) => {
      const findings = new Findings();
      const total = await manager.countBy(Scenario, { state: 'open' });
      let done = 0;
      for await (const ids of openAfter(manager)) {
        for (const id of ids) findings.add(await this.differences(manager, id));
        progress((done += ids.length), total);
      }
      for await (const rows of settledAfter(manager)) findings.add(rows.map(stray));
      return findings;
    });
  }

  /** Looks anew for what differs, a scenario in each transaction: other writers take turns with it. */
  async repair(progress: Progress = () => undefined): Promise<void> {
    const { read } = this.database;
    const total = await read.countBy(Scenario, { state: 'open' });
    let done = 0;
    for await (const ids of openAfter(read)) {
      for (const id of ids)
        await this.database.withWriteTransaction(async (manager) => {
          await this.database.holdRow(manager, Scenario, id);
          if ((await this.differences(manager, id)).length > 0) await this.matter.stateChanged(manager, id);
        });
      progress((done += ids.length), total);
    }
    for await (const rows of settledAfter(read))
      await this.database.withWriteTransaction(async (manager) => {
        for (const { scenarioId, eventId } of rows) await manager.delete(Suggestion, { scenarioId, eventId });
      });
  }

  private async differences(manager: EntityManager, scenarioId: string): Promise<Found[]> {
    const scenario = await manager.findOneOrFail(Scenario, {
      where: { id: scenarioId },
      relations: OF_SCENARIO,
    });
    const kept = new Set((await manager.findBy(Suggestion, { scenarioId })).map(({ eventId }) => eventId));
    const alike = await this.matcher.alike(manager, scenario, [...kept]);
    const found: Found[] = [];
    for (const eventId of kept) {
      const scores = alike.get(eventId) ?? [];
      if (!scores.some((score) => score >= LOOKS_LIKE_IT - MARGIN))
        found.push(stray({ scenarioId, eventId }));
    }
    for (const [eventId, scores] of alike)
      if (!kept.has(eventId) && scores.every((score) => score >= LOOKS_LIKE_IT + MARGIN))
        found.push(
          ...differing('suggestion', `${scenarioId} ${eventId}`, undefined, { scenarioId, eventId }),
        );
    return found;
  }
}

const stray = ({ scenarioId, eventId }: Suggestion): Found =>
  differing('suggestion', `${scenarioId} ${eventId}`, { scenarioId, eventId }, undefined)[0]!;

/** The ids of all open scenarios. */
async function* openAfter(manager: EntityManager): AsyncGenerator<string[]> {
  for (let ids = await idsAfter(manager, Scenario, '', OPEN); ids.length > 0;) {
    yield ids;
    ids = await idsAfter(manager, Scenario, ids.at(-1)!, OPEN);
  }
}
const OPEN = `r."state" = 'open'`;

/** What is kept for scenarios that are not open, or not there. */
async function* settledAfter(manager: EntityManager): AsyncGenerator<Suggestion[]> {
  let last = { scenarioId: '', eventId: '' };
  for (;;) {
    const rows = await manager
      .createQueryBuilder(Suggestion, 'g')
      .where('(g."scenarioId", g."eventId") > (:scenarioId, :eventId)', last)
      .andWhere(`NOT EXISTS (SELECT 1 FROM "scenario" r WHERE r."id" = g."scenarioId" AND ${OPEN})`)
      .orderBy('g."scenarioId"')
      .addOrderBy('g."eventId"')
      .limit(AT_ONCE)
      .getMany();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!;
  }
}
