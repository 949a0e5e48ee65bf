import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Erratum } from '../amendments/erratum.entity.js';
import { onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { Forecast } from '../forecasts/forecast.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { Deferral } from './queue.entity.js';
import { Reread } from './reread.entity.js';
import { type Annulment, ANNULMENTS, Resolution } from './resolution.entity.js';

/** Examples are looked for among so many that were settled last: a page must not cost more as the record grows. */
const LATEST = 200;

/** A real scenario that shows a practice. */
export interface JudgingExample {
  id: string;
  statement: string;
}

/** What shows in the judgements themselves. */
const PRACTICES = {
  observed: ({ basis }) => basis === 'observed',
  judged: ({ basis }) => basis === 'judged',
  absence: ({ basis }) => basis === 'absence',
  hidden: ({ forecastsShown }) => forecastsShown === 0,
  shown: ({ forecastsShown }) => forecastsShown === 1,
  unconfirmed: ({ onUnconfirmed }) => onUnconfirmed === 1,
  selfResolved: ({ selfResolved }) => selfResolved === 1,
  early: ({ outcome, scenario }) => outcome === 'not_occurred' && scenario.outcomeOn! < scenario.deadline,
  late: ({ scenario }) => scenario.lateOn !== null,
} satisfies Record<string, (resolution: Resolution) => boolean>;

export type Practice =
  keyof typeof PRACTICES | 'correction' | 'reread' | 'deferral' | 'archival' | 'erratum' | Annulment;

/** How a desk judges, in figures and examples of the scenarios that a viewer may see. */
export interface Judging {
  annulled: Record<Annulment, number>;
  /** resolutions that superseded another, reopenings among them */
  corrections: number;
  examples: Partial<Record<Practice, JudgingExample>>;
}

@Injectable()
export class JudgingService {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
  ) {}

  judging(sight: Sight): Promise<Judging> {
    return this.database.withReadSnapshot(async (manager) => {
      const found: Partial<Record<Practice, string>> = {
        ...(await ofLatest(manager, sight)),
        ...(await ofWaiting(manager, sight)),
        ...(await ofCorrections(manager, sight)),
      };
      const annulled = { premise_false: 0, ambiguous: 0, duplicate: 0, unverifiable: 0 };
      for (const annulment of ANNULMENTS) {
        const query = annulledFor(manager, annulment, sight);
        annulled[annulment] = await query.getCount();
        const latest = await query.orderBy('scenario.outcomeOn', 'DESC').limit(1).getOne();
        if (latest) found[annulment] = latest.id;
      }
      const views = await this.scenarios.byIds(manager, [...new Set(Object.values(found))], sight);
      const examples = Object.entries(found).map(([practice, id]) => {
        const { statement } = views.get(id)!;
        return [practice, { id, statement }];
      });
      return {
        annulled,
        corrections: await corrections(manager, sight).getCount(),
        examples: Object.fromEntries(examples) as Judging['examples'],
      };
    });
  }
}

/** A judgement counts while none is later. */
const STANDS =
  'resolution.ordinal = (SELECT MAX(y."ordinal") FROM "resolution" y WHERE y."scenarioId" = scenario.id)';

function annulledFor(manager: EntityManager, annulment: Annulment, sight: Sight) {
  const query = manager
    .createQueryBuilder(Scenario, 'scenario')
    .innerJoin(Resolution, 'resolution', 'resolution.scenarioId = scenario.id')
    .where(`scenario.state = 'annulled' AND resolution.annulment = :annulment AND ${STANDS}`, { annulment });
  return onlyVisible(query, 'scenario', sight);
}

function corrections(manager: EntityManager, sight: Sight): SelectQueryBuilder<Resolution> {
  const query = manager
    .createQueryBuilder(Resolution, 'resolution')
    .innerJoinAndSelect('resolution.scenario', 'scenario')
    .where('resolution.supersedesId IS NOT NULL');
  return onlyVisible(query, 'scenario', sight);
}

async function ofCorrections(manager: EntityManager, sight: Sight) {
  const latest = await corrections(manager, sight)
    .andWhere(`resolution.outcome <> 'reopened'`)
    .orderBy('resolution.recordedAt', 'DESC')
    .limit(1)
    .getOne();
  return latest ? { correction: latest.scenario.id } : {};
}

async function ofLatest(manager: EntityManager, sight: Sight) {
  const query = manager
    .createQueryBuilder(Resolution, 'resolution')
    .innerJoinAndSelect('resolution.scenario', 'scenario')
    .where(`scenario.state = 'resolved' AND scenario.outcomeOn IS NOT NULL AND ${STANDS}`)
    .orderBy('scenario.outcomeOn', 'DESC')
    .limit(LATEST);
  const latest = await onlyVisible(query, 'scenario', sight).getMany();
  const found: Partial<Record<Practice, string>> = {};
  for (const [practice, shows] of Object.entries(PRACTICES)) {
    const example = latest.find(shows);
    if (example) found[practice as Practice] = example.scenario.id;
  }
  const ids = latest.map(({ scenario }) => scenario.id);
  if (ids.length === 0) return found;
  const forecasts = () =>
    manager
      .createQueryBuilder(Forecast, 'forecast')
      .select('forecast."scenarioId"', 'id')
      .where('forecast."scenarioId" IN (:...ids)', { ids })
      .limit(1);
  const archival = await forecasts().andWhere('forecast.archival = 1').getRawOne<{ id: string }>();
  const erratum = await forecasts()
    .innerJoin(Erratum, 'erratum', 'erratum."subjectId" = forecast."id"')
    .getRawOne<{ id: string }>();
  return { ...found, ...(archival && { archival: archival.id }), ...(erratum && { erratum: erratum.id }) };
}

/** What was put off while it was overdue, and what was judged again. */
async function ofWaiting(manager: EntityManager, sight: Sight) {
  const deferrals = manager
    .createQueryBuilder(Deferral, 'deferral')
    .innerJoinAndSelect('deferral.scenario', 'scenario')
    .where(`scenario.state = 'open'`)
    .orderBy('deferral.recordedAt', 'DESC')
    .limit(1);
  const rereads = manager
    .createQueryBuilder(Reread, 'reread')
    .innerJoinAndSelect('reread.resolution', 'resolution')
    .innerJoinAndSelect('resolution.scenario', 'scenario')
    .where('1 = 1')
    .orderBy('reread.recordedAt', 'DESC')
    .limit(1);
  const deferral = await onlyVisible(deferrals, 'scenario', sight).getOne();
  const reread = await onlyVisible(rereads, 'scenario', sight).getOne();
  return {
    ...(deferral && { deferral: deferral.scenario.id }),
    ...(reread && { reread: reread.resolution.scenario.id }),
  };
}
