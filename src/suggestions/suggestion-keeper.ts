import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterChanges } from '../events/matter-changes.js';
import type { Touched } from '../events/event.dto.js';
import { Event } from '../events/event.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { indexTexts } from '../texts/search-index.js';
import { words } from '../texts/texts.js';
import { Matcher, OF_EVENT, OF_SCENARIO, type Scored } from './matcher.js';
import { textsOf } from './matter-texts.js';
import { Suggestion } from './suggestion.entity.js';

/** From this score on, an event looks like what a scenario speaks of: it brings the scenario into the queue. */
export const LOOKS_LIKE_IT = 0.3;
/** So many are shown at once. */
export const SHOWN = 10;

/** Keeps the words by which events and scenarios are found, and which of them look as if they belong together. */
@Injectable()
export class SuggestionKeeper extends MatterChanges {
  constructor(private readonly matcher: Matcher) {
    super();
  }

  async eventChanged(manager: EntityManager, eventId: string): Promise<Touched[]> {
    await this.index(manager, 'event', eventId);
    const event = await manager.findOneOrFail(Event, { where: { id: eventId }, relations: OF_EVENT });
    await manager.delete(Suggestion, { eventId });
    const scored = await this.matcher.scenariosFor(manager, event);
    await this.keep(manager, scored);
    return scored.slice(0, SHOWN).map(touched);
  }

  async scenarioChanged(manager: EntityManager, scenarioId: string): Promise<void> {
    await this.index(manager, 'scenario', scenarioId);
    await this.stateChanged(manager, scenarioId);
  }

  async stateChanged(manager: EntityManager, scenarioId: string): Promise<void> {
    await manager.delete(Suggestion, { scenarioId });
    const where = { id: scenarioId, state: 'open' } as const;
    const scenario = await manager.findOne(Scenario, { where, relations: OF_SCENARIO });
    if (scenario)
      await this.keep(manager, (await this.matcher.eventsFor(manager, [scenario])).get(scenarioId)!);
  }

  private async index(manager: EntityManager, subject: 'event' | 'scenario', id: string): Promise<void> {
    await indexTexts(manager, subject, id, (await textsOf(manager, subject, [id])).get(id)!);
  }

  private async keep(manager: EntityManager, scored: readonly Scored[]): Promise<void> {
    const alike = scored.filter(
      ({ scenario, event, match: { score } }) =>
        score >= LOOKS_LIKE_IT && event.occurredOn >= scenario.openedOn,
    );
    const rows = alike.map(({ scenario, event }) => ({ scenarioId: scenario.id, eventId: event.id }));
    if (rows.length > 0)
      await manager.createQueryBuilder().insert().into(Suggestion).values(rows).orIgnore().execute();
  }
}

const touched = ({ scenario, match: { score, why } }: Scored): Touched => ({
  scenario: {
    ...{ id: scenario.id, statement: words(scenario.statement) },
    topic: { slug: scenario.topic.slug, title: scenario.topic.title },
    ...{ openedOn: scenario.openedOn, deadline: scenario.deadline },
  },
  ...{ score, why },
});
