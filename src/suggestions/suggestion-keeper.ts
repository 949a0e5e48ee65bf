import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterChanges } from '../events/matter-changes.js';
import type { Touched } from '../events/event.dto.js';
import { Event } from '../events/event.entity.js';
import { Source } from '../events/source.entity.js';
import { Criteria } from '../scenarios/criteria.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { words } from '../texts/texts.js';
import { indexTexts } from '../texts/search-index.js';
import { Matcher, OF_EVENT, OF_SCENARIO, type Scored } from './matcher.js';
import { Suggestion } from './suggestion.entity.js';

/** From this score on, an event looks like what a scenario speaks of: it brings the scenario into the queue. */
export const LOOKS_LIKE_IT = 0.3;
/** For one scenario or event, the best of them: the rest would bring nothing that these do not. */
const KEPT = 20;
/** So many are shown at once. */
export const SHOWN = 10;

/** Keeps the words by which events and scenarios are found, and which of them look as if they belong together. */
@Injectable()
export class SuggestionKeeper extends MatterChanges {
  constructor(private readonly matcher: Matcher) {
    super();
  }

  async eventChanged(manager: EntityManager, eventId: string): Promise<Touched[]> {
    const event = await manager.findOneOrFail(Event, { where: { id: eventId }, relations: OF_EVENT });
    const sources = await manager.find(Source, {
      where: { event: { id: eventId } },
      relations: { quote: true, body: true },
    });
    await indexTexts(manager, 'event', eventId, [
      ...[event.headline, event.summary, ...sources.map(({ quote }) => quote)].map((text) => ({
        ...{ text, deskOnly: false },
      })),
      ...sources.map(({ body }) => ({ text: body, deskOnly: true })),
    ]);
    await manager.delete(Suggestion, { eventId });
    const scored = await this.matcher.scenariosFor(manager, event);
    await this.keep(manager, scored);
    return scored.slice(0, SHOWN).map(touched);
  }

  async scenarioChanged(manager: EntityManager, scenarioId: string): Promise<void> {
    const scenario = await manager.findOneOrFail(Scenario, {
      where: { id: scenarioId },
      relations: OF_SCENARIO,
    });
    const criteria = await manager.findOne(Criteria, {
      where: { scenario: { id: scenarioId }, subject: 'statement' },
      relations: { text: true },
      order: { ordinal: 'DESC' },
    });
    await indexTexts(
      manager,
      'scenario',
      scenarioId,
      [scenario.statement, scenario.premise, criteria?.text ?? null].map((text) => ({
        text,
        deskOnly: false,
      })),
    );
    await manager.delete(Suggestion, { scenarioId });
    await this.keep(manager, await this.matcher.eventsFor(manager, scenario));
  }

  private async keep(manager: EntityManager, scored: readonly Scored[]): Promise<void> {
    for (const {
      scenario,
      event,
      match: { score },
    } of scored.slice(0, KEPT))
      if (score >= LOOKS_LIKE_IT && event.occurredOn >= scenario.openedOn)
        await manager.upsert(
          Suggestion,
          { scenarioId: scenario.id, eventId: event.id, scoreBp: Math.round(score * 1e4) },
          ['scenarioId', 'eventId'],
        );
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
