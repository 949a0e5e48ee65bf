import { statementFeatures, type StatementFeatures } from '../statements/statement-features.js';
import { synonymLines } from '../statements/vocabulary.js';
import { stem } from '../statements/stem.js';
import { type Amount, amountsOf } from './amounts.js';
import { asListed, isNameIn, type Token, tokensOf } from './tokens.js';
import type { Lexicon, MatchEvent, MatchScenario } from './types.js';
import { FAILING, nearLines } from './vocabulary.js';

/** A word that a scenario asks after. */
export interface Term extends Token {
  /** How much the place where it stands counts: 1 in the statement, less in criteria and premise. */
  weight: number;
}

export interface ScenarioReading {
  scenario: MatchScenario;
  terms: Term[];
  /** Stems of words that follow each other in the statement. */
  pairs: [string, string][];
  amounts: { amount: Amount; weight: number }[];
  features: StatementFeatures;
}

/** A word of an event, and how much the place where it stands counts. */
export interface Said {
  token: Token;
  weight: number;
}

export interface EventReading {
  event: MatchEvent;
  byStem: Map<string, Said>;
  byMeaning: Map<number, { said: Said; strength: number }>;
  byGroup: Map<string, Said>;
  pairs: Set<string>;
  amounts: Amount[];
  headline: Token[];
  features: StatementFeatures;
  /** Words by which it tells that something did not come about. */
  failing: string[];
}

const OF_STATEMENT = 1;
const OF_CRITERIA = 0.35;
const OF_PREMISE = 0.4;
const IN_HEADLINE = 1;
const IN_SUMMARY = 0.85;
const IN_SOURCES = 0.6;
/** Of sources, their beginnings: what an article is of stands there. */
const SOURCE_LETTERS = 1200;
const SOURCES = 4;

const groups = new Map<string, string[]>();
for (const [kind, lines] of [
  ['same', synonymLines],
  ['near', nearLines],
] as const)
  for (const [index, line] of lines.entries())
    for (const word of new Set(line.map(stem)))
      groups.set(word, [...(groups.get(word) ?? []), `${kind} ${index}`]);

/** The groups of words that a word belongs to: `same …` of one meaning, `near …` of one matter. */
export const groupsOf = (one: string): readonly string[] => groups.get(one) ?? [];

export function readScenario(scenario: MatchScenario, lexicon: Lexicon): ScenarioReading {
  const statement = tokensOf(scenario.statement);
  const terms = new Map<string, Term>();
  const amounts = new Map<string, { amount: Amount; weight: number }>();
  for (const [text, weight] of [
    [scenario.statement, OF_STATEMENT],
    [scenario.premise ?? '', OF_PREMISE],
    [scenario.criteria ?? '', OF_CRITERIA],
  ] as const) {
    for (const token of tokensOf(text)) {
      const before = terms.get(token.stem);
      const isName = isNameIn(token, lexicon);
      if (before) before.isName ||= isName;
      else terms.set(token.stem, { ...token, isName, weight });
    }
    for (const amount of amountsOf(text)) {
      const key = `${amount.value} ${amount.unit}`;
      if (!amounts.has(key)) amounts.set(key, { amount, weight });
    }
  }
  return {
    scenario,
    terms: [...terms.values()],
    pairs: pairsOf(statement),
    amounts: [...amounts.values()],
    features: statementFeatures(scenario.statement),
  };
}

export function readEvent(event: MatchEvent, lexicon: Lexicon): EventReading {
  const sources = (event.sources ?? []).slice(0, SOURCES).map((text) => text.slice(0, SOURCE_LETTERS));
  const parts: [string, number][] = [
    [event.headline, IN_HEADLINE],
    [event.summary ?? '', IN_SUMMARY],
    ...sources.map((text): [string, number] => [text, IN_SOURCES]),
  ];
  const reading: EventReading = {
    event,
    byStem: new Map(),
    byMeaning: new Map(),
    byGroup: new Map(),
    pairs: new Set(),
    amounts: parts.flatMap(([text]) => amountsOf(text)),
    headline: tokensOf(event.headline),
    features: statementFeatures(`${event.headline}. ${event.summary ?? ''}`),
    failing: (`${event.headline} ${event.summary ?? ''}`.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
      (word) => FAILING.has(word),
    ),
  };
  for (const [text, weight] of parts) {
    const tokens = tokensOf(text);
    for (const pair of pairsOf(tokens)) reading.pairs.add(pair.join(' '));
    for (const token of tokens) take(reading, { token, weight }, lexicon);
  }
  return reading;
}

function take(reading: EventReading, said: Said, lexicon: Lexicon): void {
  const { stem: own } = said.token;
  if (reading.byStem.has(own)) return;
  reading.byStem.set(own, said);
  for (const group of groupsOf(own)) if (!reading.byGroup.has(group)) reading.byGroup.set(group, said);
  for (const [meaning, strength] of lexicon(asListed(said.token))) {
    const before = reading.byMeaning.get(meaning);
    if (!before || before.strength * before.said.weight < strength * said.weight)
      reading.byMeaning.set(meaning, { said, strength });
  }
}

const pairsOf = (tokens: readonly Token[]): [string, string][] =>
  tokens.slice(1).flatMap((token, index): [string, string][] => {
    const before = tokens[index]!;
    return token.place - before.place <= 2 ? [[before.stem, token.stem]] : [];
  });
