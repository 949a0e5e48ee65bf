import { statementFeatures, type StatementFeatures } from '../statements/statement-features.js';
import { synonymLines } from '../statements/vocabulary.js';
import { stem } from '../statements/stem.js';
import { type Amount, amountsOf } from './amounts.js';
import { asListed, isNameIn, type Token, tokensOf } from './tokens.js';
import type { Lexicon, MatchEvent, MatchScenario } from './types.js';
import { nearLines } from './near-words.js';

/** A word that a scenario asks after. */
export interface Term extends Token {
  /** How much the place where it stands counts: 1 in the statement, less in criteria and premise. */
  weight: number;
}

export interface ScenarioReading {
  scenario: MatchScenario;
  terms: Term[];
  /** By meaning, and by group of words, the terms that have it. */
  byMeaning: Map<number, { term: Term; strength: number }[]>;
  byGroup: Map<string, Term[]>;
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
  pairs: Set<string>;
  amounts: Amount[];
  headline: Token[];
  features: StatementFeatures;
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
  const reading: ScenarioReading = {
    ...{ scenario, terms: [...terms.values()], byMeaning: new Map(), byGroup: new Map() },
    pairs: pairsOf(statement),
    amounts: [...amounts.values()],
    features: statementFeatures(scenario.statement),
  };
  for (const term of reading.terms) {
    for (const [meaning, strength] of lexicon(asListed(term)))
      put(reading.byMeaning, meaning, { term, strength });
    for (const group of groupsOf(term.stem)) put(reading.byGroup, group, term);
  }
  return reading;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

export function readEvent(event: MatchEvent): EventReading {
  const sources = (event.sources ?? []).slice(0, SOURCES).map((text) => text.slice(0, SOURCE_LETTERS));
  const parts = [
    { tokens: tokensOf(event.headline), weight: IN_HEADLINE },
    { tokens: tokensOf(event.summary ?? ''), weight: IN_SUMMARY },
    ...sources.map((text) => ({ tokens: tokensOf(text), weight: IN_SOURCES })),
  ];
  const byStem = new Map<string, Said>();
  for (const { tokens, weight } of parts)
    for (const token of tokens) if (!byStem.has(token.stem)) byStem.set(token.stem, { token, weight });
  return {
    ...{ event, byStem, headline: parts[0]!.tokens },
    pairs: new Set(parts.flatMap(({ tokens }) => pairsOf(tokens).map((pair) => pair.join(' ')))),
    amounts: [event.headline, event.summary ?? '', ...sources].flatMap(amountsOf),
    features: statementFeatures(`${event.headline}. ${event.summary ?? ''}`),
  };
}

const pairsOf = (tokens: readonly Token[]): [string, string][] =>
  tokens.slice(1).flatMap((token, index): [string, string][] => {
    const before = tokens[index]!;
    return token.place - before.place <= 2 ? [[before.stem, token.stem]] : [];
  });
