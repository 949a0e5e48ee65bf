import type { ErratumView } from '../amendments/erratum.dto.js';
import type { Vantage } from '../forecasts/counting.js';
import type { LoadedForecast } from '../forecasts/forecast-facts.js';
import type { Annulment, Outcome } from '../resolutions/resolution.entity.js';
import type { Kind } from '../scenarios/kinds.js';

/** An entry in words: a title of one line, and paragraphs. */
export interface EntryWords {
  title: string;
  paragraphs: string[];
}

export interface ScenarioWords {
  statement: string;
  premise: string | null;
  kind: Kind;
  topic: { slug: string; title: string };
  deadline: string;
  zone: string;
}

export interface ForecastWords {
  forecaster: string;
  forecast: LoadedForecast;
  /** What the same forecaster had said before; null where this is the first. */
  before: LoadedForecast | null;
  /** Why, in their words. */
  reason: string | null;
}

export interface ResolutionWords {
  outcome: Outcome;
  outcomeOn: string | null;
  annulment: Annulment | null;
  reason: string;
  isCorrection: boolean;
}

/** What of a forecaster counted when the outcome was known. */
export interface CountedWords {
  forecaster: string;
  vantage: Vantage;
  probabilityBp: number;
}

const OUTCOMES: Record<Outcome, string> = {
  occurred: 'Happened',
  not_occurred: 'Did not happen',
  annulled: 'Annulled',
  reopened: 'Reopened',
};
const ANNULMENTS: Record<Annulment, string> = {
  premise_false: 'its “if” did not come about',
  ambiguous: 'it could be read in more than one way',
  duplicate: 'it repeats another prediction',
  unverifiable: 'nobody could establish what happened',
};

/** @example said({ probabilityBp: 8250 }) // => '82.5 %' */
export const said = ({ probabilityBp }: Pick<LoadedForecast, 'probabilityBp'>): string =>
  `${probabilityBp / 100} %`;

const whole = ({ premise, statement }: ScenarioWords): string =>
  premise === null ? statement : `If ${premise}: ${statement}`;
const until = ({ deadline, zone }: ScenarioWords): string => `Deadline: the end of ${deadline} (${zone}).`;
const given = (texts: (string | null)[]): string[] =>
  texts.filter((text) => text !== null && text !== '') as string[];

/** What is worth saying of how a forecast came on record. */
const standingWords = ({ archival, reconstructed }: LoadedForecast): string | null =>
  reconstructed
    ? 'The number was put to the words afterwards: it is shown, and never scored.'
    : archival
      ? 'Archival: taken down later than it was said.'
      : null;

export function scenarioWords(scenario: ScenarioWords, first: ForecastWords | null): EntryWords {
  return {
    title: `New ${scenario.kind}: ${whole(scenario)}`,
    paragraphs: given([
      first && `${first.forecaster} said ${said(first.forecast)}.`,
      first && standingWords(first.forecast),
      first?.reason ?? null,
      `Topic: ${scenario.topic.title}.`,
      until(scenario),
    ]),
  };
}

export function forecastWords(
  scenario: ScenarioWords,
  { forecaster, forecast, before, reason }: ForecastWords,
): EntryWords {
  const moved = before
    ? `${forecaster} now says ${said(forecast)}, after ${said(before)}`
    : `${forecaster} says ${said(forecast)}`;
  return {
    title: `${moved}: ${whole(scenario)}`,
    paragraphs: given([`${moved}.`, standingWords(forecast), reason, until(scenario)]),
  };
}

export function withdrawalWords(
  scenario: ScenarioWords,
  { forecaster, forecast, reason }: ForecastWords,
): EntryWords {
  const gone = `${forecaster} no longer stands by ${said(forecast)}`;
  return { title: `${gone}: ${whole(scenario)}`, paragraphs: given([`${gone}.`, reason, until(scenario)]) };
}

function hadSaid({ forecaster, vantage, probabilityBp }: CountedWords): string {
  const probability = said({ probabilityBp });
  switch (vantage) {
    case 'first':
      return `${forecaster} had said ${probability}.`;
    case 'last':
      return `${forecaster} had last said ${probability}.`;
    case 'timeWeighted':
      return `${forecaster} had said ${probability} on average, by the days for which each number stood.`;
  }
}

export function resolutionWords(
  scenario: ScenarioWords,
  { outcome, outcomeOn, annulment, reason, isCorrection }: ResolutionWords,
  counted: readonly CountedWords[],
): EntryWords {
  const word = OUTCOMES[outcome];
  const on = outcomeOn && outcome !== 'reopened' ? `, ${outcomeOn}` : '';
  const why = annulment ? `: ${ANNULMENTS[annulment]}` : '';
  return {
    title: `${isCorrection && outcome !== 'reopened' ? `Correction: ${word.toLowerCase()}` : word}: ${whole(scenario)}`,
    paragraphs: given([
      `${word}${on}${why}.`,
      isCorrection ? 'What was recorded before stays visible.' : null,
      reason,
      ...counted.map(hadSaid),
    ]),
  };
}

export function erratumWords(
  scenario: ScenarioWords,
  { field, criteriaVersion, was, became, proof }: ErratumView,
): EntryWords {
  const what =
    criteriaVersion === null
      ? `${field} first stood as ${was ?? (field === 'topic' ? 'another one' : 'nothing')}, became ${became ?? 'nothing'}.`
      : `Version ${criteriaVersion} of the criteria was first recorded as a changed question. It asks the same one: the forecasts that it ended count again.`;
  return {
    title: `Slip corrected: ${whole(scenario)}`,
    paragraphs: given([what, proof]),
  };
}
