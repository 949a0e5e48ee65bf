import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { giveWay } from '../database/event-loop.js';
import { EVERYTHING } from '../database/visibility.js';
import { Event } from '../events/event.entity.js';
import { Source } from '../events/source.entity.js';
import { alikeInWordNet, wordNetLexicon } from '../lexicon/meanings.js';
import {
  type EventReading,
  type Match,
  match,
  type MatchEvent,
  queryWords,
  type Rarity,
  readEvent,
  readScenario,
  type ScenarioReading,
} from '../matching/index.js';
import { criteriaOf } from '../scenarios/criteria-store.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { found } from '../texts/search-index.js';
import type { Text } from '../texts/text.entity.js';
import { CorpusReader } from './corpus.js';

/** So many are scored: those that the search thinks best of. */
const CANDIDATES = 100;

/** Less is chance: two records that share a frequent word. */
const LEAST_SCORE = 0.03;
/** Readings of events that stay in memory, some kilobytes each. */
const READINGS = 500;

export interface Scored {
  scenario: Scenario;
  event: Event;
  match: Match;
}

/** Finds what may belong together by words, and scores it. */
@Injectable()
export class Matcher {
  private readonly lexicon = wordNetLexicon();
  private readonly readings = new Map<string, EventReading>();

  constructor(private readonly corpora: CorpusReader) {}

  /** The events that may bear on each of some scenarios, best first, by its id; retracted ones left out. */
  async eventsFor(
    manager: EntityManager,
    scenarios: readonly Scenario[],
    candidates = CANDIDATES,
  ): Promise<Map<string, Scored[]>> {
    const rarity = await this.corpora.rarity(manager);
    const claims = await this.claims(manager, scenarios);
    const likely = new Map<string, string[]>();
    for (const { id } of scenarios)
      likely.set(
        id,
        await found(manager, 'event', await this.asked(manager, claims.get(id)!.terms), {
          limit: candidates,
          where: `EXISTS (SELECT 1 FROM "event" v WHERE v."id" = e."subjectId" AND v."standing" <> 'retracted')`,
        }),
      );
    const ids = [...new Set([...likely.values()].flat())];
    const rows = await manager.find(Event, { where: { id: In(ids) }, relations: OF_EVENT });
    const events = new Map(rows.map((event) => [event.id, event]));
    const readings = await this.readingsOf(manager, rows);
    const scored = new Map<string, Scored[]>();
    for (const scenario of scenarios) {
      await giveWay();
      const own = likely.get(scenario.id)!.flatMap((id) => events.get(id) ?? []);
      scored.set(scenario.id, this.score(rarity, { claims, readings }, [scenario], own));
    }
    return scored;
  }

  /**
   * How alike a scenario and events are: the events that may bear on it and some others, each with two scores, by how
   * rare words are now and with every word as rare as any other. Earlier events than the scenario have none.
   */
  async alike(
    manager: EntityManager,
    scenario: Scenario,
    others: readonly string[],
  ): Promise<Map<string, [number, number]>> {
    const likely = (await this.eventsFor(manager, [scenario])).get(scenario.id)!.map(({ event }) => event.id);
    const found = await manager.find(Event, {
      where: { id: In([...likely, ...others]), standing: Not('retracted') },
      relations: OF_EVENT,
    });
    const events = found.filter(({ occurredOn }) => occurredOn >= scenario.openedOn);
    const byRecord = await this.corpora.rarity(manager);
    const read = {
      claims: await this.claims(manager, [scenario]),
      readings: await this.readingsOf(manager, events),
    };
    const alike = new Map(events.map(({ id }): [string, [number, number]] => [id, [0, 0]]));
    for (const [place, rarity] of [byRecord, () => 1].entries())
      for (const { event, match } of this.score(rarity, read, [scenario], events))
        alike.get(event.id)![place] = match.score;
    return alike;
  }

  /** The open scenarios that an event may bear on, best first. */
  async scenariosFor(manager: EntityManager, event: Event): Promise<Scored[]> {
    if (event.standing === 'retracted') return [];
    const rarity = await this.corpora.rarity(manager);
    const readings = await this.readingsOf(manager, [event]);
    const tokens = [...readings.get(event.id)!.byStem.values()].map(({ token }) => token);
    const ids = await found(manager, 'scenario', await this.asked(manager, tokens), {
      limit: CANDIDATES,
      where: `EXISTS (SELECT 1 FROM "scenario" s WHERE s."id" = e."subjectId" AND s."state" = 'open')`,
    });
    const scenarios = await manager.find(Scenario, { where: { id: In(ids) }, relations: OF_SCENARIO });
    const claims = await this.claims(manager, scenarios);
    return this.score(rarity, { claims, readings }, scenarios, [event]);
  }

  /** Every one of some scenarios with every one of some events, best first. */
  private score(
    rarity: Rarity,
    { claims, readings }: Read,
    scenarios: readonly Scenario[],
    events: readonly Event[],
  ): Scored[] {
    const { lexicon } = this;
    return scenarios
      .flatMap((scenario) =>
        events.map((event) => {
          const sameTopic = scenario.topic.id === event.topic.id;
          const [claim, reading] = [claims.get(scenario.id)!, readings.get(event.id)!];
          return { scenario, event, match: match(claim, reading, { lexicon, rarity, sameTopic }) };
        }),
      )
      .filter(({ match: { score } }) => score >= LEAST_SCORE)
      .sort((a, b) => b.match.score - a.match.score || (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  private asked(manager: EntityManager, tokens: Parameters<typeof queryWords>[0]): Promise<string[]> {
    return this.corpora.searchable(manager, queryWords(tokens, alikeInWordNet));
  }

  private async claims(
    manager: EntityManager,
    scenarios: readonly Scenario[],
  ): Promise<Map<string, ScenarioReading>> {
    const ids = scenarios.map(({ id }) => id);
    const criteria = await criteriaOf(manager, ids, EVERYTHING);
    return new Map(
      scenarios.map(({ id, statement, premise, openedOn, deadline }) => {
        const said = { statement: statement.body ?? '', premise: premise?.body, openedOn, deadline };
        return [id, readScenario({ ...said, criteria: criteria.get(id)?.at(-1)?.text }, this.lexicon)];
      }),
    );
  }

  private async readingsOf(
    manager: EntityManager,
    events: readonly Event[],
  ): Promise<Map<string, EventReading>> {
    const sources = await manager.find(Source, {
      where: { event: { id: In(events.map(({ id }) => id)) } },
      relations: { event: true, quote: true, body: true },
      order: { ordinal: 'ASC' },
    });
    const textOf = (text: Text | null) => text?.body ?? '';
    const accounts = new Map(events.map(({ id }): [string, string[]] => [id, []]));
    for (const { event, quote, body } of sources)
      accounts.get(event.id)!.push(`${textOf(quote)}\n${textOf(body)}`);
    return new Map(
      events.map(({ id, headline, summary, occurredOn }) => {
        const told = { headline: textOf(headline), summary: textOf(summary), occurredOn };
        return [id, this.reading(id, { ...told, sources: accounts.get(id)! })];
      }),
    );
  }

  /** The same event is held against many scenarios: it is read again only where it says something else. */
  private reading(id: string, said: MatchEvent): EventReading {
    const before = this.readings.get(id);
    if (before && JSON.stringify(before.event) === JSON.stringify(said)) return before;
    if (this.readings.size >= READINGS) this.readings.clear();
    const reading = readEvent(said);
    this.readings.set(id, reading);
    return reading;
  }
}

/** What records say, read for matching, by their ids. */
interface Read {
  claims: ReadonlyMap<string, ScenarioReading>;
  readings: ReadonlyMap<string, EventReading>;
}

/** One pair of a scenario and an event. */
export const keyOf = ({ scenario, event }: { scenario: { id: string }; event: { id: string } }): string =>
  `${scenario.id} ${event.id}`;

export const OF_EVENT = { topic: true, headline: true, summary: true, attribution: true } as const;
export const OF_SCENARIO = { topic: true, statement: true, premise: true } as const;
