import { type EntityManager, In, type ObjectLiteral } from 'typeorm';
import { Publication } from '../amendments/publication.entity.js';
import { Briefing } from '../briefings/briefing.entity.js';
import { addDays, type Day, dayOf, startOfDay, toInstant } from '../days.js';
import { Event } from '../events/event.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { lateOnOf } from '../evidence/settling.js';
import { Forecast } from '../forecasts/forecast.entity.js';
import { outcomeOf } from '../resolutions/outcome.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { TestabilityRecord } from '../scenarios/testability.entity.js';

/** The columns of a scenario that only repeat what other records say. */
export const REPEATED = [
  ...(['state', 'outcomeOn', 'outcomeAt', 'occurred', 'basis', 'selfResolved'] as const),
  ...(['lateOn', 'openedOn', 'closesAt', 'publicAt', 'testability'] as const),
] as const;
type Repeated = Pick<Scenario, (typeof REPEATED)[number]>;

interface Row extends Repeated {
  id: string;
  deadline: string;
  zone: string;
  briefingId: string | null;
  recordedAt: string;
}

/** For some scenarios, those columns as they stand, and as the records say that they should. */
export async function outcomesOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<{ id: string; stored: Repeated; expected: Repeated }[]> {
  const own = [...REPEATED, 'deadline', 'zone', 'briefingId', 'recordedAt'];
  const scenarios = await rows<Row>(manager, Scenario, ['id', ...own], { id: In([...ids]) }, 'id');
  const resolutions = await resolutionsOf(manager, ids);
  const settled = await settledOn(manager, ids);
  const said = await testabilitiesSaid(manager, ids);
  const briefings = scenarios.flatMap(({ briefingId }) => briefingId ?? []);
  const openings = await openingsOf(manager, ids);
  const published = await publicationsOf(manager, [...ids, ...briefings]);
  return scenarios.map((stored) => {
    const outcome = stored.state === 'draft' ? stored : outcomeOf(resolutions.get(stored.id) ?? null);
    const publication = published
      .filter(({ subjectId }) => subjectId === stored.id || subjectId === stored.briefingId)
      .filter(({ recordedAt }) => recordedAt >= stored.recordedAt)
      .at(-1);
    const expected = {
      ...outcome,
      lateOn: lateOnOf({ ...stored, ...outcome }, settled.get(stored.id) ?? []),
      openedOn: openings.get(stored.id) ?? dayOf(new Date(stored.recordedAt), stored.zone),
      closesAt: toInstant(startOfDay(addDays(stored.deadline, 1), stored.zone)),
      testability: said.get(stored.id) ?? 'untested',
      publicAt: publication ? publication.publicAt : stored.publicAt,
    };
    return { id: stored.id, stored, expected };
  });
}

/** The latest resolution of each. */
async function resolutionsOf(manager: EntityManager, ids: readonly string[]) {
  const columns = ['outcome', 'outcomeOn', 'outcomeAt', 'basis', 'selfResolved'] as const;
  const found = await rows<Pick<Resolution, (typeof columns)[number]> & { scenarioId: string }>(
    manager,
    Resolution,
    ['scenarioId', ...columns],
    { scenario: In([...ids]) },
    'ordinal',
  );
  return new Map(found.map((one) => [one.scenarioId, one]));
}

/** The publication day of the briefing of each, or the day, in its zone, of which its first forecast is. */
async function openingsOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Day>> {
  const first = manager
    .createQueryBuilder()
    .select('MIN(f."seq")')
    .from(Forecast, 'f')
    .where('f."scenarioId" = s."id"')
    .getQuery();
  const found = await manager
    .createQueryBuilder()
    .select(['s."id" AS "id"', 's."zone" AS "zone"'])
    .addSelect('b."publishedOn"', 'publishedOn')
    .addSelect('o."statedAt"', 'statedAt')
    .from(Scenario, 's')
    .leftJoin(Briefing, 'b', 'b."id" = s."briefingId"')
    .leftJoin(Forecast, 'o', `o."seq" = (${first})`)
    .where('s."id" IN (:...ids)', { ids })
    .getRawMany<{ id: string; zone: string; publishedOn: Day | null; statedAt: string | null }>();
  return new Map(
    found.flatMap(({ id, zone, publishedOn, statedAt }) => {
      const day = publishedOn ?? (statedAt === null ? null : dayOf(new Date(statedAt), zone));
      return day === null ? [] : [[id, day] as const];
    }),
  );
}

/** What was said last of how each can be judged. */
async function testabilitiesSaid(manager: EntityManager, ids: readonly string[]) {
  const found = await rows<Pick<TestabilityRecord, 'testability'> & { scenarioId: string }>(
    manager,
    TestabilityRecord,
    ['scenarioId', 'testability'],
    { scenario: In([...ids]) },
    'ordinal',
  );
  return new Map(found.map((one) => [one.scenarioId, one.testability]));
}

/** The days of the events that stand linked as settling each: of an event linked twice, the later link counts. */
async function settledOn(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
  const links = await manager
    .createQueryBuilder()
    .select(['scenarioId', 'eventId', 'bearing'].map((name) => `l."${name}" AS "${name}"`))
    .addSelect('e."occurredOn"', 'occurredOn')
    .addSelect('e."standing"', 'standing')
    .from(Evidence, 'l')
    .innerJoin(Event, 'e', 'e."id" = l."eventId"')
    .where(`l."subject" = 'statement' AND l."scenarioId" IN (:...ids)`, { ids })
    .orderBy('l."recordedAt"')
    .addOrderBy('l."id"')
    .getRawMany<Record<'scenarioId' | 'eventId' | 'bearing' | 'occurredOn' | 'standing', string>>();
  const latest = new Map(links.map((link) => [`${link.scenarioId} ${link.eventId}`, link]));
  const days = new Map<string, string[]>();
  for (const { scenarioId, bearing, standing, occurredOn } of latest.values())
    if (bearing === 'settles' && standing !== 'retracted')
      days.set(scenarioId, [...(days.get(scenarioId) ?? []), occurredOn]);
  return days;
}

const publicationsOf = (manager: EntityManager, subjectIds: readonly string[]) =>
  manager.find(Publication, {
    where: { subjectId: In([...subjectIds]) },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });

function rows<T extends object>(
  manager: EntityManager,
  entity: new () => ObjectLiteral,
  columns: readonly string[],
  where: ObjectLiteral,
  order: string,
): Promise<T[]> {
  return manager
    .createQueryBuilder(entity, 'r')
    .select(columns.map((name) => `r."${name}" AS "${name}"`))
    .where(where)
    .orderBy(`r."${order}"`)
    .getRawMany<T>();
}
