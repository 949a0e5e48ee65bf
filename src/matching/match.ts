import { stem } from '../statements/stem.js';
import { type Amount, agreement } from './amounts.js';
import { type EventReading, groupsOf, type Said, type ScenarioReading, type Term } from './readings.js';
import { timingOf } from './timing.js';
import { asListed } from './tokens.js';
import type { Lexicon, Match, Rarity } from './types.js';

/** What a match rests on beside the two. */
export interface Beside {
  lexicon: Lexicon;
  rarity: Rarity;
  /** Whether both are of one topic; undefined where that is not known. */
  sameTopic?: boolean;
}

/** How a word of the scenario is found in an event. */
interface Found {
  term: Term;
  said: Said;
  how: 'same' | 'form' | 'synonym' | 'broader' | 'near';
  /** 0..1: how nearly it says the same. */
  nearness: number;
  /** What it adds to the score, before that is put in proportion. */
  gain: number;
}

const SYNONYM = 0.85;
const NEAR = 0.5;
const LONGER = 0.7;
const OF_NAME = 0.9;
/** In headline and summary alone are words taken apart. */
const LONGER_FROM = 0.8;
/** From here on two words mean the same; below, they are near in meaning. */
const SAME_FROM = 0.6;
/** A dictionary says more than is meant: meanings that are far from both words are left aside. */
const LEAST_NEARNESS = 0.4;
const OF_PAIRS = 0.35;
const OF_AMOUNTS = 5;
/** Where none of the names is in the event, it is likely to be of others. */
const OTHER_NAMES = 0.55;
const OTHER_TOPIC = 0.6;
const OPPOSED = 0.9;
const OF_COVERED = 0.75;
const OF_HEADLINE = 0.2;
const OF_NAMES = 0.05;

/**
 * How much an event may bear on a scenario, and why. It sums what both say, rare words more than frequent ones, with
 * names, numbers and the words of one meaning; then weighs in the day. Probabilities play no part.
 */
export function match(
  reading: ScenarioReading,
  event: EventReading,
  { lexicon, rarity, sameTopic }: Beside,
): Match {
  const kin = kinOf(reading, event, lexicon);
  const found = reading.terms.flatMap((term) => find(term, event, kin.get(term), rarity) ?? []);
  const amounts = reading.amounts.flatMap(
    ({ amount, weight }) => agreed(amount, weight, event.amounts) ?? [],
  );
  const isName = (term: Term) => term.isName && term.weight === 1;
  const names = shareOf(reading.terms.filter(isName), found, rarity);
  const words = reading.terms.filter((term) => !isName(term));
  const further = [...amounts, ...pairs(reading, event, rarity)];
  const covered = shareOf(words, found, rarity, further) ?? names ?? 0;
  const spoken = spokenFor(event, found, rarity);
  const timing = timingOf(event.event.occurredOn, reading.scenario.openedOn, reading.scenario.deadline);
  const opposed = oppositionOf(reading, event);
  const score =
    (OF_COVERED * covered + OF_HEADLINE * spoken + OF_NAMES * (names ?? 0)) *
    (1 - OTHER_NAMES * (1 - (names ?? 1))) *
    (sameTopic === false ? OTHER_TOPIC : 1) *
    (opposed === null ? 1 : OPPOSED) *
    timing.factor;
  return {
    score: Math.round(score * 1e4) / 1e4,
    get why() {
      return [
        ...reasons(found),
        ...amounts.map((one) => one.why),
        ...(opposed === null ? [] : [opposed]),
        timing.why,
      ];
    },
  };
}

/** Which share of some terms, weighted by how telling they are, the event says; null where there are none. */
function shareOf(
  terms: readonly Term[],
  found: readonly Found[],
  rarity: Rarity,
  further: readonly { gain: number }[] = [],
): number | null {
  if (terms.length === 0) return null;
  const whole = terms.reduce((sum, term) => sum + worthOf(term, rarity), 0);
  const asked = new Set(terms);
  const gains = [...found.filter(({ term }) => asked.has(term)), ...further];
  return Math.min(1, gains.reduce((sum, { gain }) => sum + gain, 0) / Math.max(whole, 1e-9));
}

const worthOf = (term: Term, rarity: Rarity): number => term.weight * rarity(term.stem);

function find(term: Term, event: EventReading, kin: Kin | undefined, rarity: Rarity): Found | null {
  const exact = event.byStem.get(term.stem);
  const best = exact ? { said: exact, how: 'same' as const, nearness: 1 } : kin;
  if (best === undefined) return null;
  const worth = Math.min(rarity(term.stem), rarity(best.said.token.stem));
  return { term, ...best, gain: term.weight * worth * best.nearness * best.said.weight };
}

type Kin = Pick<Found, 'said' | 'how' | 'nearness'>;

/** For each term that the event does not say itself, the word that says most nearly the same. */
function kinOf(reading: ScenarioReading, event: EventReading, lexicon: Lexicon): Map<Term, Kin> {
  const kin = new Map<Term, Kin>();
  const better = (term: Term, said: Said, how: Found['how'], nearness: number) => {
    const before = kin.get(term);
    if (!before || nearness * said.weight > before.nearness * before.said.weight)
      kin.set(term, { said, how, nearness });
  };
  for (const said of event.byStem.values()) {
    if (said.weight >= LONGER_FROM)
      for (const term of reading.terms)
        if (isLonger(term.stem, said.token.stem) || isLonger(said.token.stem, term.stem))
          better(term, said, term.isName ? 'form' : 'broader', term.isName ? OF_NAME : LONGER);
    for (const [meaning, own] of lexicon(asListed(said.token)))
      for (const { term, strength } of reading.byMeaning.get(meaning) ?? []) {
        const nearness = strength * own;
        if (nearness >= LEAST_NEARNESS)
          better(term, said, nearness < SAME_FROM ? 'broader' : 'synonym', nearness * SYNONYM);
      }
    for (const group of groupsOf(said.token.stem))
      for (const term of reading.byGroup.get(group) ?? []) {
        const same = group.startsWith('same');
        better(term, said, same ? 'synonym' : 'near', same ? SYNONYM : NEAR);
      }
  }
  return kin;
}

const INHABITANTS = /^(?:ish|ian|ians|n|an|ans|ese|i|is|ic|er|ers|r|ite|ites)$/;
const TRADES = /^(?:mak|maker|work|worker|own|owner|man|men|field|giant|seller|work)$/;

/** "Pellish" of "Pell", "steelworkers" of "steel". */
function isLonger(short: string, long: string): boolean {
  if (short.length < 4 || long.length <= short.length || !long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  return INHABITANTS.test(rest) || TRADES.test(rest) || (short.length >= 5 && rest.length >= 4);
}

function pairs({ pairs: asked }: ScenarioReading, event: EventReading, rarity: Rarity): { gain: number }[] {
  return asked
    .filter((pair) => event.pairs.has(pair.join(' ')))
    .map(([one, other]) => ({ gain: (OF_PAIRS * (rarity(one) + rarity(other))) / 2 }));
}

function agreed(
  asked: Amount,
  weight: number,
  said: readonly Amount[],
): { gain: number; why: string } | null {
  let best: { by: number; amount: Amount } | null = null;
  for (const amount of said) {
    const by = agreement(asked, amount);
    if (by > (best?.by ?? 0)) best = { by, amount };
  }
  if (best === null) return null;
  const why =
    best.amount.value === asked.value
      ? `both speak of ${asked.words}`
      : `it speaks of ${best.amount.words}, the prediction of ${['at most ', '', 'at least '][asked.bound + 1]}${asked.words}`;
  return { gain: OF_AMOUNTS * weight * best.by, why };
}

/** How much of the headline the scenario asks after: what else it tells of, it is of. */
function spokenFor(event: EventReading, found: readonly Found[], rarity: Rarity): number {
  const taken = new Map(
    found.map(({ said, nearness, term }) => [said.token.stem, nearness * Math.min(1, term.weight + 0.3)]),
  );
  let [all, own] = [0, 0];
  for (const { stem } of event.headline) {
    all += rarity(stem);
    own += rarity(stem) * (taken.get(stem) ?? 0);
  }
  return all === 0 ? 0 : own / all;
}

/** What says the contrary; null where nothing does. It may undermine. */
function oppositionOf({ features }: ScenarioReading, event: EventReading): string | null {
  for (const [axis, { sign, word }] of features.directions) {
    const other = event.features.directions.get(axis);
    if (other && sign * other.sign === -1 && features.negated === event.features.negated)
      return `it says "${other.word}", where the prediction says "${word}": it may undermine`;
  }
  return null;
}

const TOLD = 4;

/** The most telling words, those that follow each other in the statement as one. */
function reasons(found: readonly Found[]): string[] {
  const told = [...found].sort((a, b) => b.gain - a.gain);
  const used = new Set<Found>();
  const beside = new Map(
    found.filter((one) => one.how === 'same' && !isAlias(one)).map((one) => [placeOf(one.term), one]),
  );
  const sentences: string[] = [];
  for (const one of told) {
    if (sentences.length >= TOLD) break;
    if (used.has(one) || (one.how === 'near' && one.nearness * one.gain < 0.5)) continue;
    used.add(one);
    if (one.how !== 'same' || isAlias(one)) sentences.push(akinSentence(one));
    else {
      const run = runOf(one, beside);
      for (const part of run) used.add(part);
      const words = run.map(({ term }) => term.text).join(' ');
      sentences.push(run.some(({ term }) => term.isName) ? `both name "${words}"` : sameSentence(run, words));
    }
  }
  return sentences;
}

/** One actor by two names. */
const isAlias = ({ term, said }: Found): boolean =>
  term.isName && stem(term.text.toLowerCase()) !== stem(said.token.text.toLowerCase());

const sameSentence = (run: readonly Found[], words: string): string => {
  const [only] = run;
  const said = only!.said.token.text;
  return run.length === 1 && said.toLowerCase() !== only!.term.text.toLowerCase()
    ? `"${words}" and "${said}" are forms of one word`
    : `both speak of "${words}"`;
};

function akinSentence({ term, said, how }: Found): string {
  const both = `"${term.text}" and "${said.token.text}"`;
  if (how === 'form' || how === 'same') return `${both} name the same`;
  return how === 'near'
    ? `${both} are of one matter`
    : how === 'broader'
      ? `${both} are near in meaning`
      : `${both} mean the same`;
}

/** Words of one weight stand in one text. */
const placeOf = ({ weight, place }: Pick<Term, 'weight' | 'place'>): string => `${weight} ${place}`;

/** A word with those beside it in the statement that the event says as well. */
function runOf(one: Found, beside: ReadonlyMap<string, Found>): Found[] {
  const next = (step: 1 | -1): Found[] => {
    const run: Found[] = [];
    for (let place = one.term.place + step; ; place += step) {
      const other = beside.get(placeOf({ weight: one.term.weight, place }));
      if (!other) return run;
      run.push(other);
    }
  };
  return [...next(-1).reverse(), one, ...next(1)];
}
