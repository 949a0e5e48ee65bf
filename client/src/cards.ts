import type { Kind, Report, Scenario } from './data.js';
import type { Site } from './page-data.js';
import { denominator } from './record-words.js';
import {
  day,
  decimal,
  grouped,
  headline,
  KIND_WORDS,
  NBSP,
  saidPercent,
  sizeOf,
  stateInWords,
  TERM_WORDS,
  unbroken,
} from './words.js';

/** What a card says, from top to bottom: as a picture, or as a page in somebody else's frame. */
export interface Card {
  /** Whose record it is. */
  house: string;
  example: boolean;
  kicker: string;
  /** Marked with its shape and colour. */
  kind: Kind | null;
  title: string;
  facts: string[];
  /** Drawn beside it, where there is enough to draw. */
  report: Report | null;
}

/** Forecasters that a card names. */
const NAMED = 3;

type House = Pick<Site, 'name' | 'line' | 'example'>;
const houseOf = ({ name, example }: House) => ({ house: name, example });
const drawn = (report: Report): Report | null =>
  ['none', 'few'].includes(sizeOf(report.scenarios)) ? null : report;
const present = (facts: (string | null)[]): string[] =>
  facts.filter((fact) => fact !== null && fact !== '') as string[];

/** What was said, by whom, and what became of it; never how anyone scored. */
export function predictionCard(house: House, scenario: Scenario, today: string): Card {
  const { kind, term, topic, premise, statement, deadline, forecasts } = scenario;
  const standing = new Map(
    [...forecasts]
      .sort((a, b) => a.statedAt.localeCompare(b.statedAt))
      .map((forecast) => [forecast.forecaster.slug, forecast]),
  );
  const all = [...standing.values()];
  const said = all
    .slice(0, NAMED)
    .map(({ forecaster, probability, withdrawn }) =>
      withdrawn
        ? `${forecaster.name}: ${saidPercent(probability)}, withdrawn`
        : `${forecaster.name}: ${saidPercent(probability)}`,
    );
  const more = all.length > NAMED ? ` · and ${all.length - NAMED} more` : '';
  return {
    ...houseOf(house),
    ...{ kind, kicker: `${KIND_WORDS[kind]}, ${TERM_WORDS[term]} · ${topic.title}` },
    title: premise === null ? statement : `If ${premise}: ${statement}`,
    facts: present([
      said.length === 0 ? 'Nobody gave a probability.' : said.join(' · ') + more,
      scenario.state === 'open'
        ? `${stateInWords(scenario, today)} Deadline: ${day(deadline)}.`
        : stateInWords(scenario, today),
    ]),
    report: null,
  };
}

/** A public track record: a forecaster's, a topic's, the house's. */
export function recordCard(house: House, kicker: string, title: string, report: Report): Card {
  return {
    ...houseOf(house),
    ...{ kicker, kind: null, title, report: drawn(report) },
    facts: present([
      headline(report),
      unbroken(firstSentence(report.verdict.text)),
      report.brierScore === null
        ? null
        : `Average squared gap ${decimal(report.brierScore)}: 0 is perfect, 0.25 is always saying 50${NBSP}%.`,
      denominator(report)
        .map(([n, words]) => `${grouped(n)} ${words}`)
        .join(' · '),
    ]),
  };
}

/** @example firstSentence('Too high: so. When it was about 80 %, …') // => 'Too high: so.' */
const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
