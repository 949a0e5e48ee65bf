import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { EVERYTHING } from '../database/visibility.js';
import { Event } from '../events/event.entity.js';
import { Source } from '../events/source.entity.js';
import { alikeInWordNet, wordNetLexicon } from '../lexicon/meanings.js';
import {
  type EventReading,
  type Match,
  match,
  type MatchEvent,
  type MatchScenario,
  queryWords,
  readEvent,
  readScenario,
} from '../matching/index.js';
import { stem } from '../statements/stem.js';
import { criteriaOf } from '../scenarios/criteria-store.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { found } from '../texts/search-index.js';
import type { Text } from '../texts/text.entity.js';
import { type Corpus, CorpusReader } from './corpus.js';

/** So many are scored: those that the search thinks best of. */
const CANDIDATES = 100;
/** Of a word that more texts hold than this, the search would look through too many. */
const MOST_TEXTS = 20_000;

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

  /** The events that may bear on a scenario, best first; retracted ones left out. */
  async eventsFor(manager: EntityManager, scenario: Scenario, candidates = CANDIDATES): Promise<Scored[]> {
    const corpus = await this.corpora.corpus(manager);
    const said = (await this.scenarios(manager, [scenario])).get(scenario.id)!;
    const { terms } = readScenario(said, this.lexicon);
    const ids = await found(manager, 'event', this.asked(terms, corpus), {
      limit: candidates,
      where: `EXISTS (SELECT 1 FROM "event" v WHERE v."id" = e."subjectId" AND v."standing" <> 'retracted')`,
    });
    const events = await manager.find(Event, { where: { id: In(ids) }, relations: OF_EVENT });
    return this.score(manager, corpus, [scenario], events);
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
    const likely = (await this.eventsFor(manager, scenario)).map(({ event }) => event.id);
    const found = await manager.find(Event, {
      where: { id: In([...likely, ...others]), standing: Not('retracted') },
      relations: OF_EVENT,
    });
    const events = found.filter(({ occurredOn }) => occurredOn >= scenario.openedOn);
    const corpus = await this.corpora.corpus(manager);
    const alike = new Map(events.map(({ id }): [string, [number, number]] => [id, [0, 0]]));
    for (const [place, rarity] of [corpus.rarity, () => 1].entries())
      for (const { event, match } of await this.score(manager, { ...corpus, rarity }, [scenario], events))
        alike.get(event.id)![place] = match.score;
    return alike;
  }

  /** The open scenarios that an event may bear on, best first. */
  async scenariosFor(manager: EntityManager, event: Event): Promise<Scored[]> {
    if (event.standing === 'retracted') return [];
    const corpus = await this.corpora.corpus(manager);
    const { byStem } = readEvent((await this.events(manager, [event])).get(event.id)!);
    const tokens = [...byStem.values()].map(({ token }) => token);
    const ids = await found(manager, 'scenario', this.asked(tokens, corpus), {
      limit: CANDIDATES,
      where: `EXISTS (SELECT 1 FROM "scenario" s WHERE s."id" = e."subjectId" AND s."state" = 'open')`,
    });
    const scenarios = await manager.find(Scenario, { where: { id: In(ids) }, relations: OF_SCENARIO });
    return this.score(manager, corpus, scenarios, [event]);
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

  /** Every one of some scenarios with every one of some events, best first. */
  private async score(
    manager: EntityManager,
    { rarity }: Corpus,
    scenarios: readonly Scenario[],
    events: readonly Event[],
  ): Promise<Scored[]> {
    const [claims, told] = [await this.scenarios(manager, scenarios), await this.events(manager, events)];
    const readings = events.map((event) => ({
      event,
      reading: this.reading(event.id, told.get(event.id)!),
    }));
    return scenarios
      .flatMap((scenario) => {
        const claim = readScenario(claims.get(scenario.id)!, this.lexicon);
        return readings.map(({ event, reading }) => {
          const sameTopic = scenario.topic.id === event.topic.id;
          const { lexicon } = this;
          return { scenario, event, match: match(claim, reading, { lexicon, rarity, sameTopic }) };
        });
      })
      .filter(({ match: { score } }) => score >= LEAST_SCORE)
      .sort((a, b) => b.match.score - a.match.score || (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  /** Words to search by: as many as together lie in no more texts than can be looked through. */
  private asked(tokens: Parameters<typeof queryWords>[0], { holding }: Corpus): string[] {
    let texts = 0;
    return queryWords(tokens, alikeInWordNet).filter((word) => {
      const more = holding(stem(word));
      if (texts + more > MOST_TEXTS) return false;
      texts += more;
      return true;
    });
  }

  private async scenarios(
    manager: EntityManager,
    scenarios: readonly Scenario[],
  ): Promise<Map<string, MatchScenario>> {
    const ids = scenarios.map(({ id }) => id);
    const criteria = await criteriaOf(manager, ids, EVERYTHING);
    return new Map(
      scenarios.map(({ id, statement, premise, openedOn, deadline }) => [
        id,
        {
          ...{ statement: statement.body ?? '', premise: premise?.body, openedOn, deadline },
          criteria: criteria.get(id)?.at(-1)?.text,
        },
      ]),
    );
  }

  private async events(manager: EntityManager, events: readonly Event[]): Promise<Map<string, MatchEvent>> {
    const sources = await manager.find(Source, {
      where: { event: { id: In(events.map(({ id }) => id)) } },
      relations: { event: true, quote: true, body: true },
      order: { ordinal: 'ASC' },
    });
    const textOf = (text: Text | null) => text?.body ?? '';
    return new Map(
      events.map(({ id, headline, summary, occurredOn }) => [
        id,
        {
          ...{ headline: textOf(headline), summary: textOf(summary), occurredOn },
          sources: sources
            .filter(({ event }) => event.id === id)
            .map(({ quote, body }) => `${textOf(quote)}\n${textOf(body)}`),
        },
      ]),
    );
  }
}

/** One pair of a scenario and an event. */
export const keyOf = ({ scenario, event }: { scenario: { id: string }; event: { id: string } }): string =>
  `${scenario.id} ${event.id}`;

export const OF_EVENT = { topic: true, headline: true, summary: true, attribution: true } as const;
export const OF_SCENARIO = { topic: true, statement: true, premise: true } as const;
