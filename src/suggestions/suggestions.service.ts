import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { eventListItem } from '../events/event.dto.js';
import { EventsService } from '../events/events.service.js';
import { Evidence } from '../evidence/evidence.entity.js';
import type { Viewer } from '../http/viewer.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { storeOptional, words } from '../texts/texts.js';
import { keyOf, Matcher, OF_SCENARIO, type Scored } from './matcher.js';
import type { CreateDismissal, DismissalView, SuggestedEvent, SuggestedScenario } from './suggestion.dto.js';
import { SHOWN } from './suggestion-keeper.js';
import { SuggestionDismissal } from './suggestion.entity.js';

/** For many scenarios at once, so many events of each are scored. */
const AT_ONCE = 25;
/** So many scenarios are looked at together: their events are in memory with all that their sources say. */
const TOGETHER = 10;

/** Which events may bear on a scenario, and which scenarios an event may touch. It says nothing of probabilities. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: ScenariosService,
    private readonly events: EventsService,
    private readonly matcher: Matcher,
  ) {}

  /** For a scenario: the best events that nobody has linked or dismissed. */
  async forScenario(id: string): Promise<SuggestedEvent[]> {
    const manager = this.database.read;
    const scenario = await this.scenarios.require(manager, id, EVERYTHING);
    return (await this.forScenarios(manager, [scenario], SHOWN)).get(id)!;
  }

  /** The same for several, by scenario id. */
  async byScenario(
    manager: EntityManager,
    ids: readonly string[],
    limit: number,
  ): Promise<Map<string, SuggestedEvent[]>> {
    const scenarios = await manager.find(Scenario, { where: { id: In([...ids]) }, relations: OF_SCENARIO });
    return this.forScenarios(manager, scenarios, limit, AT_ONCE);
  }

  /** For an event: the best open scenarios that it is neither linked to nor dismissed for. */
  async forEvent(id: string): Promise<SuggestedScenario[]> {
    const manager = this.database.read;
    const event = await this.events.require(manager, id, EVERYTHING);
    const scored = (await this.undecided(manager, await this.matcher.scenariosFor(manager, event))).slice(
      0,
      SHOWN,
    );
    const ids = scored.map(({ scenario }) => scenario.id);
    const views = await this.scenarios.byIds(manager, ids, EVERYTHING);
    return scored.map(({ scenario, match: { score, why } }) => ({
      scenario: views.get(scenario.id)!,
      score,
      why,
    }));
  }

  /** An event does not bear on a scenario: it is not suggested for it again. Said twice, the first stands. */
  async dismiss(
    scenarioId: string,
    eventId: string,
    body: CreateDismissal,
    viewer: Viewer,
  ): Promise<DismissalView> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      const event = await this.events.require(manager, eventId, EVERYTHING);
      const before = await manager.findOne(SuggestionDismissal, {
        where: { scenario: { id: scenarioId }, event: { id: eventId } },
        relations: { event: true, reason: true },
      });
      if (before) return dismissalView(before);
      const dismissal = manager.create(SuggestionDismissal, {
        ...{ id: newId(), scenario, event, reason: await storeOptional(manager, body.reason) },
        dismissedBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await manager.insert(SuggestionDismissal, dismissal);
      return dismissalView(dismissal);
    });
  }

  private async forScenarios(
    manager: EntityManager,
    scenarios: readonly Scenario[],
    limit: number,
    candidates?: number,
  ): Promise<Map<string, SuggestedEvent[]>> {
    const suggested = new Map<string, SuggestedEvent[]>();
    for (let from = 0; from < scenarios.length; from += TOGETHER) {
      const some = scenarios.slice(from, from + TOGETHER);
      const scored = await this.matcher.eventsFor(manager, some, candidates);
      const undecided = await this.undecided(manager, [...scored.values()].flat());
      for (const { id } of some) {
        const shown = undecided.filter(({ scenario }) => scenario.id === id).slice(0, limit);
        suggested.set(
          id,
          shown.map(({ event, match: { score, why } }) => ({ event: eventListItem(event), score, why })),
        );
      }
    }
    return suggested;
  }

  /** Those that nobody has decided on: neither linked as evidence nor dismissed. */
  private async undecided(manager: EntityManager, scored: readonly Scored[]): Promise<Scored[]> {
    const idsOf = (of: 'scenario' | 'event') => In([...new Set(scored.map((one) => one[of].id))]);
    const where = { scenario: { id: idsOf('scenario') }, event: { id: idsOf('event') } };
    const relations = { scenario: true, event: true } as const;
    const decided = new Set(
      [
        ...(await manager.find(Evidence, { where, relations })),
        ...(await manager.find(SuggestionDismissal, { where, relations })),
      ].map(keyOf),
    );
    return scored.filter((one) => !decided.has(keyOf(one)));
  }
}

const dismissalView = (row: SuggestionDismissal): DismissalView => ({
  id: row.id,
  eventId: row.event.id,
  reason: words(row.reason),
  recordedAt: row.recordedAt,
});
