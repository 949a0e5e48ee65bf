import { type EntityManager, In } from 'typeorm';
import { Erratum } from '../amendments/erratum.entity.js';
import { Publication } from '../amendments/publication.entity.js';
import { Briefing } from '../briefings/briefing.entity.js';
import { Event, EventStanding } from '../events/event.entity.js';
import { differing, type Found } from './found-differences.js';

/** What an event repeats of its standings, errata and publications, and a briefing of its publications. */
interface Compared {
  entity: typeof Event | typeof Briefing;
  id: string;
  stored: object;
  expected: object;
}

const AT_ONCE = 500;

/** Names every difference between what events and briefings repeat and what is on record of it. */
export async function differingStories(manager: EntityManager): Promise<Found[]> {
  const found: Found[] = [];
  for await (const { entity, id, stored, expected } of stories(manager))
    found.push(...differing(entity === Event ? 'event' : 'briefing', id, stored, expected));
  return found;
}

/** Makes events and briefings say again what is on record of them. */
export async function repairStories(manager: EntityManager): Promise<void> {
  for await (const { entity, id, stored, expected } of stories(manager))
    if (differing('', id, stored, expected).length > 0) await manager.update(entity, { id }, expected);
}

async function* stories(manager: EntityManager): AsyncGenerator<Compared> {
  for await (const events of batches(manager, Event)) yield* await eventsAmong(manager, events);
  for await (const briefings of batches(manager, Briefing)) yield* await briefingsAmong(manager, briefings);
}

async function eventsAmong(manager: EntityManager, events: readonly Event[]): Promise<Compared[]> {
  const ids = events.map(({ id }) => id);
  const latest = { order: { recordedAt: 'ASC', id: 'ASC' } } as const;
  const standings = await manager.find(EventStanding, {
    ...{ where: { event: { id: In(ids) } }, relations: { event: true } },
    ...latest,
  });
  const errata = await manager.find(Erratum, {
    ...{ where: { subjectId: In(ids), field: 'occurredOn' }, ...latest },
  });
  const published = await publications(manager, ids);
  return events.map((event) => {
    const { id, standing, occurredOn, publicAt } = event;
    const redated = errata.filter(({ subjectId }) => subjectId === id).at(-1);
    const believed = standings.filter((one) => one.event.id === id).at(-1);
    const expected = {
      standing: believed?.standing ?? standing,
      occurredOn: redated?.became ?? occurredOn,
      publicAt: published.has(id) ? published.get(id)! : publicAt,
    };
    return { entity: Event, id, stored: { standing, occurredOn, publicAt }, expected };
  });
}

async function briefingsAmong(manager: EntityManager, briefings: readonly Briefing[]): Promise<Compared[]> {
  const published = await publications(
    manager,
    briefings.map(({ id }) => id),
  );
  return briefings.map(({ id, publicAt }) => ({
    ...{ entity: Briefing, id, stored: { publicAt } },
    expected: { publicAt: published.has(id) ? published.get(id)! : publicAt },
  }));
}

/** What was decided last of each, where anything was. */
async function publications(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const decided = await manager.find(Publication, {
    where: { subjectId: In([...ids]) },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  return new Map(decided.map(({ subjectId, publicAt }) => [subjectId, publicAt]));
}

async function* batches<T extends Event | Briefing>(
  manager: EntityManager,
  entity: new () => T,
): AsyncGenerator<T[]> {
  for (let last = ''; ;) {
    const rows = await manager
      .createQueryBuilder(entity, 'one')
      .where('one.id > :last', { last })
      .orderBy('one.id')
      .limit(AT_ONCE)
      .getMany();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!.id;
  }
}
