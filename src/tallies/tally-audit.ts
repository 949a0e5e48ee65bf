import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { insertMany, withoutIndices, withRoom } from '../database/bulk.js';
import { bumpRecordVersion, RecordVersion } from '../database/record-version.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { CountedForecast } from './counted-forecast.entity.js';
import { CountedScenario } from './counted-scenario.entity.js';
import { keyOf } from './tally-keys.js';
import {
  differingOutcomes,
  differingProjections,
  differingTallies,
  type Found,
  strays,
} from './found-differences.js';
import { LAYOUT, noteLayout, storedLayout } from './layout.js';
import { recount } from './recount.js';
import { outcomesOf, REPEATED } from './scenario-outcomes.js';
import { differingStories, repairStories } from './story-audit.js';
import { TallyBuilder } from './tally-builder.js';
import { TallyKeeper } from './tally-keeper.js';
import { Tally } from './tally.entity.js';

export type Progress = (done: number, total: number) => void;

/** What a check of all derived figures found. */
export interface Verified {
  /** Scenarios and tallies that were computed anew. */
  scenarios: number;
  tallies: number;
  /** How many differences there are, of which the first are named. */
  differences: number;
  named: Found[];
}

/** Of what was found, so many are named; the rest is counted. */
export const NAMED = 1000;

/** Megabytes of pages that a rebuild may hold. */
const ROOM = 512;

/** Computes from the records what is derived from them, to compare it with what stands, or to put it in its place. */
@Injectable()
export class TallyAudit implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keeper: TallyKeeper,
  ) {}

  /** An empty record has nothing to rebuild. */
  async onApplicationBootstrap(): Promise<void> {
    if ((await this.isCurrent()) || (await this.database.read.existsBy(Scenario, {}))) return;
    await this.bringUpToDate();
  }

  /** Whether the stored figures have the layout of this program. */
  async isCurrent(): Promise<boolean> {
    return (await storedLayout(this.database.read)) === LAYOUT;
  }

  /** Rebuilds what is derived where it has another layout. Of programs that start together, one does it. */
  async bringUpToDate(progress: Progress = () => undefined): Promise<void> {
    await this.database.withWriteTransaction(async (manager) => {
      await this.database.holdRow(manager, RecordVersion, '1');
      if ((await storedLayout(manager)) !== LAYOUT) await this.rebuildIn(manager, progress);
    });
  }

  /** Names every difference between what is derived and what should be. Writers go on meanwhile. */
  async verify(progress: Progress = () => undefined): Promise<Verified> {
    await this.keeper.catchUp();
    const now = toInstant(this.clock.now());
    return this.database.withReadSnapshot(async (manager) => {
      const found: Verified = { scenarios: 0, tallies: 0, differences: 0, named: [] };
      const report = (more: readonly Found[]) => {
        found.differences += more.length;
        found.named.push(...more.slice(0, NAMED - found.named.length));
      };
      report(await differingStories(manager));
      const total = await manager.count(Scenario);
      const seen = new Set<string>();
      const builder = new TallyBuilder(async (tallies) => {
        found.tallies += tallies.length;
        for (const tally of tallies) seen.add(keyOf(tally));
        report(await differingTallies(manager, tallies));
      });
      for await (const { month, ids, projections } of recount(manager, now)) {
        report(differingOutcomes(await outcomesOf(manager, ids)));
        report(await differingProjections(manager, projections));
        await builder.add(month, projections);
        found.scenarios += ids.length;
        progress(found.scenarios, total);
      }
      await builder.end();
      report(await strays(manager, seen));
      return found;
    });
  }

  /** Computes all of it anew, in one transaction: readers see what stood until it is done, other writers wait. */
  async repair(progress: Progress = () => undefined): Promise<void> {
    await this.database.withWriteTransaction((manager) => this.rebuildIn(manager, progress));
  }

  private async rebuildIn(manager: EntityManager, progress: Progress): Promise<void> {
    const now = toInstant(this.clock.now());
    await withRoom(manager, ROOM, async () => {
      await repairStories(manager);
      await this.repairOutcomes(manager);
      for (const derived of [Tally, CountedForecast, CountedScenario])
        await manager.createQueryBuilder().delete().from(derived).execute();
      await withoutIndices(manager, CountedForecast, () => this.rebuild(manager, now, progress));
      await noteLayout(manager, now);
      await bumpRecordVersion(manager, true);
    });
  }

  private async rebuild(manager: EntityManager, now: string, progress: Progress): Promise<void> {
    const total = await manager.count(Scenario);
    let done = 0;
    const builder = new TallyBuilder((tallies) => insertMany(manager, Tally, tallies));
    for await (const { month, ids, projections } of recount(manager, now)) {
      const scenarios = projections.map(({ scenario }) => scenario);
      const parts = projections.flatMap((projection) => projection.parts);
      await insertMany(manager, CountedScenario, scenarios);
      await insertMany(manager, CountedForecast, parts);
      await builder.add(month, projections);
      progress((done += ids.length), total);
    }
    await builder.end();
  }

  /** Makes scenarios say again what their resolutions, evidence and publications say. */
  private async repairOutcomes(manager: EntityManager): Promise<void> {
    for (let last = ''; ;) {
      const ids = await idsAfter(manager, last);
      if (ids.length === 0) return;
      const outcomes = await outcomesOf(manager, ids);
      for (const { id, stored, expected } of outcomes)
        if (differingOutcomes([{ id, stored, expected }]).length > 0)
          await manager.update(
            Scenario,
            { id },
            Object.fromEntries(REPEATED.map((name) => [name, expected[name]])),
          );
      last = ids.at(-1)!;
    }
  }
}

async function idsAfter(manager: EntityManager, last: string): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(Scenario, 's')
    .select('s."id"', 'id')
    .where('s."id" > :last', { last })
    .orderBy('s."id"')
    .limit(500)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
