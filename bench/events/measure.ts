import { wordNetLexicon } from '../../src/lexicon/meanings.js';
import { match, rarityFrom, readEvent, readScenario } from '../../src/matching/index.js';
import { tokensOf } from '../../src/matching/tokens.js';
import { bm25 } from './bm25.js';
import { exampleDeskStories } from './example-desk.js';
import { HELD_OUT } from './held-out.js';
import type { LabelledEvent, LabelledScenario, Story } from './story.js';
import { TUNED_ON } from './tuned-on.js';

/** How often an editor is shown what bears on a scenario: first, and among the first three. */
export interface EventFigures {
  scenarios: number;
  events: number;
  /** Of scenarios: the share whose first suggestion bears on it. */
  precisionAt1: number;
  /** Of events that bear on a scenario: the share that is among its first three suggestions. */
  recallAt3: number;
  misses: Miss[];
}

export interface Miss {
  statement: string;
  /** What comes first, with a mark where it bears on it. */
  first: { headline: string; bears: boolean; score: number; why: string[] }[];
  missed: string[];
}

export interface EventReport {
  heldOut: EventFigures;
  tunedOn: EventFigures;
  whole: EventFigures;
  /** The whole, where nothing says which topic an event is of. */
  withoutTopics: EventFigures;
  /** Okapi BM25 over stems, on the whole: what words alone give. */
  baseline: EventFigures;
  /** Of the example desk, which was written for other ends: the scenarios that occurred, and what they rest on. */
  exampleDesk: EventFigures;
  exampleDeskBaseline: EventFigures;
}

type Ranked = { event: LabelledEvent; score: number; why: string[] };
type Ranker = (scenario: LabelledScenario) => Ranked[];

export const lexicon = wordNetLexicon();

/** Ranks all events of all stories. */
export function matcher(events: readonly LabelledEvent[], { topics = true } = {}): Ranker {
  const readings = events.map((event) => readEvent(event));
  const holding = new Map<string, number>();
  for (const { byStem } of readings)
    for (const one of byStem.keys()) holding.set(one, (holding.get(one) ?? 0) + 1);
  const rarity = rarityFrom(events.length, (one) => holding.get(one) ?? 0);
  return (scenario) => {
    const reading = readScenario(scenario, lexicon);
    return sorted(
      events.map((event, index) => ({
        event,
        ...match(reading, readings[index]!, {
          lexicon,
          rarity,
          ...(topics ? { sameTopic: event.topic === scenario.topic } : {}),
        }),
      })),
    );
  };
}

export function baseline(events: readonly LabelledEvent[]): Ranker {
  const stems = (text: string) => tokensOf(text).map((token) => token.stem);
  const score = bm25(events.map(({ headline, summary }) => stems(`${headline}. ${summary ?? ''}`)));
  return ({ statement, criteria }) => {
    const scores = score(stems(`${statement} ${criteria ?? ''}`));
    return sorted(events.map((event, index) => ({ event, score: scores[index]!, why: [] })));
  };
}

const sorted = (ranked: Ranked[]): Ranked[] => ranked.sort((a, b) => b.score - a.score);

export function figuresOf(
  stories: readonly Story[],
  all: readonly Story[],
  make: (events: LabelledEvent[]) => Ranker,
): EventFigures {
  const rank = make(all.flatMap((one) => one.events));
  const judged = stories
    .flatMap(({ scenarios }) => scenarios)
    .map((scenario) => ({ scenario, first: rank(scenario).slice(0, 3) }));
  const bears = judged.flatMap(({ scenario }) => scenario.bears);
  const found = judged.flatMap(({ scenario, first }) =>
    first.filter(({ event }) => scenario.bears.includes(event.ref)),
  );
  const right = judged.filter(({ scenario, first }) => scenario.bears.includes(first[0]!.event.ref));
  return {
    scenarios: judged.length,
    events: stories.flatMap(({ events }) => events).length,
    precisionAt1: right.length / judged.length,
    recallAt3: found.length / bears.length,
    misses: judged.flatMap(({ scenario, first }): Miss[] => {
      const missed = scenario.bears.filter((ref) => !first.some(({ event }) => event.ref === ref));
      if (missed.length === 0 && scenario.bears.includes(first[0]!.event.ref)) return [];
      return [
        {
          statement: scenario.statement,
          first: first.map(({ event, score, why }) => ({
            ...{ headline: event.headline, bears: scenario.bears.includes(event.ref) },
            ...{ score, why },
          })),
          missed,
        },
      ];
    }),
  };
}

const byMatching = (events: LabelledEvent[]) => matcher(events);

export function measureEvents(): EventReport {
  const all = [...HELD_OUT, ...TUNED_ON];
  const desk = exampleDeskStories();
  return {
    heldOut: figuresOf(HELD_OUT, all, byMatching),
    tunedOn: figuresOf(TUNED_ON, all, byMatching),
    whole: figuresOf(all, all, byMatching),
    withoutTopics: figuresOf(all, all, (events) => matcher(events, { topics: false })),
    baseline: figuresOf(all, all, baseline),
    exampleDesk: figuresOf(desk, desk, byMatching),
    exampleDeskBaseline: figuresOf(desk, desk, baseline),
  };
}
