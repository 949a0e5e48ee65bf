import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { invalid } from '../http/validation.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { storeOptional, storeText, words } from '../texts/texts.js';
import { Scenario } from './scenario.entity.js';
import type { CreateLink, CreateLinkEnding, LinkEndingView } from './scenario-link.dto.js';
import { isSymmetric, ScenarioLink, ScenarioLinkEnding } from './scenario-link.entity.js';
import { ScenariosService } from './scenarios.service.js';

/**
 * What scenarios have to do with each other. A link leaves the versions of both alone: it changes nothing that is judged,
 * and the version of a public scenario must not tell that it was linked to a hidden one (rule 13).
 */
@Injectable()
export class ScenarioLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
  ) {}

  /** @returns the id of the new link */
  async create(scenarioId: string, body: CreateLink, viewer: Viewer): Promise<string> {
    return this.database.withWriteTransaction(async (manager) => {
      if (body.to === scenarioId)
        throw invalid([{ field: 'to', message: 'must be another scenario than this one' }]);
      // In one order, so that two who link the same pair wait for each other.
      for (const id of [scenarioId, body.to].sort()) await this.database.holdRow(manager, Scenario, id);
      const scenario = await this.scenarios.lock(manager, scenarioId);
      const other = await manager.findOneBy(Scenario, { id: body.to });
      if (!other) throw new Problem('scenario_unknown', `There is no scenario “${body.to}” (to).`);
      const ends = [scenario, other] as [Scenario, Scenario];
      // What says the same from both sides is kept once, whoever of the two it was said of.
      const [from, to] = isSymmetric(body.relation) && other.id < scenario.id ? ends.reverse() : ends;
      const known = (await this.standing(manager, scenarioId)).find(
        (link) => link.relation === body.relation && link.from.id === from!.id && link.to.id === to!.id,
      );
      if (known)
        throw new Problem('link_exists', `That ${body.relation} is on record already.`, { linkId: known.id });
      const link = manager.create(ScenarioLink, {
        ...{ id: newId(), relation: body.relation, from, to },
        note: await storeOptional(manager, body.note),
        loggedBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await manager.insert(ScenarioLink, link);
      return link.id;
    });
  }

  /**
   * Takes a link back; it may be made again.
   *
   * @throws {Problem} link_of_another, link_ended
   */
  async end(
    scenarioId: string,
    linkId: string,
    body: CreateLinkEnding,
    viewer: Viewer,
  ): Promise<LinkEndingView> {
    return this.database.withWriteTransaction(async (manager) => {
      await this.scenarios.lock(manager, scenarioId);
      await this.database.holdRow(manager, ScenarioLink, linkId);
      const link = await manager.findOne(ScenarioLink, {
        where: [
          { id: linkId, from: { id: scenarioId } },
          { id: linkId, to: { id: scenarioId } },
        ],
        relations: { loggedBy: true },
      });
      if (!link) throw new Problem('not_found', `There is no link “${linkId}” of this scenario.`);
      if (link.loggedBy.id !== viewer.accountId && !mayActAs(viewer, 'editor'))
        throw new Problem(
          'link_of_another',
          'Somebody else made that link: they, or an editor, take it back.',
        );
      if (await manager.existsBy(ScenarioLinkEnding, { link: { id: linkId } }))
        throw new Problem('link_ended', 'That link has been ended already.');
      const ending = manager.create(ScenarioLinkEnding, {
        ...{ id: newId(), link, reason: await storeText(manager, body.reason) },
        loggedBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await manager.insert(ScenarioLinkEnding, ending);
      const { id, recordedAt } = ending;
      return { id, linkId, reason: words(ending.reason), recordedAt };
    });
  }

  /** The links of a scenario that nobody has ended, from either side, in the order of record; both scenarios loaded. */
  standing(manager: EntityManager, scenarioId: string): Promise<ScenarioLink[]> {
    return manager
      .createQueryBuilder(ScenarioLink, 'link')
      .innerJoinAndSelect('link.from', 'source')
      .innerJoinAndSelect('source.statement', 'sourceStatement')
      .leftJoinAndSelect('source.premise', 'sourcePremise')
      .innerJoinAndSelect('link.to', 'target')
      .innerJoinAndSelect('target.statement', 'targetStatement')
      .leftJoinAndSelect('target.premise', 'targetPremise')
      .leftJoinAndSelect('link.note', 'note')
      .where('(link.fromId = :scenarioId OR link.toId = :scenarioId)', { scenarioId })
      .andWhere('NOT EXISTS (SELECT 1 FROM "scenario_link_ending" e WHERE e."linkId" = link.id)')
      .orderBy('link.recordedAt')
      .addOrderBy('link.id')
      .getMany();
  }
}
