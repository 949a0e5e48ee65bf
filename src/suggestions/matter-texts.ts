import { type EntityManager, In } from 'typeorm';
import { Event } from '../events/event.entity.js';
import { Source } from '../events/source.entity.js';
import { Criteria } from '../scenarios/criteria.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import type { Searched } from '../texts/search-entry.entity.js';
import type { Findable } from '../texts/search-index.js';
import type { Text } from '../texts/text.entity.js';

/** The texts by which some records are found, by the ids of those that are there. */
export function textsOf(
  manager: EntityManager,
  subject: Exclude<Searched, 'briefing'>,
  ids: readonly string[],
): Promise<Map<string, Findable[]>> {
  return subject === 'event' ? textsOfEvents(manager, ids) : textsOfScenarios(manager, ids);
}

async function textsOfEvents(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Findable[]>> {
  const events = await manager.find(Event, {
    where: { id: In([...ids]) },
    relations: { headline: true, summary: true },
  });
  const sources = await manager.find(Source, {
    where: { event: { id: In([...ids]) } },
    relations: { event: true, quote: true, body: true },
  });
  return new Map(
    events.map(({ id, headline, summary }) => {
      const own = sources.filter(({ event }) => event.id === id);
      return [
        id,
        [
          ...[headline, summary, ...own.map(({ quote }) => quote)].map(forAll),
          ...own.map(({ body }) => ({ text: body, deskOnly: true })),
        ],
      ];
    }),
  );
}

/** The criteria are those that hold now. */
async function textsOfScenarios(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Findable[]>> {
  const scenarios = await manager.find(Scenario, {
    where: { id: In([...ids]) },
    relations: { statement: true, premise: true },
  });
  const criteria = await manager.find(Criteria, {
    where: { scenario: { id: In([...ids]) }, subject: 'statement' },
    relations: { scenario: true, text: true },
    order: { ordinal: 'ASC' },
  });
  return new Map(
    scenarios.map(({ id, statement, premise }) => {
      const latest = criteria.filter(({ scenario }) => scenario.id === id).at(-1);
      return [id, [statement, premise, latest?.text ?? null].map(forAll)];
    }),
  );
}

const forAll = (text: Text | null): Findable => ({ text, deskOnly: false });
