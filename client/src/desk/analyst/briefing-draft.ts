import type { Api } from '../api.js';

export type Reading = Api['BriefingReadingView'];
export type DraftScenario = Api['DraftScenario'];
type Differences = Api['BriefingDifferences'];
export type Reworded = Differences['reworded'][number];
export type Choice = Api['EditionChoice']['as'];

/** A pasted briefing, and what was said beside it. */
export interface BriefingDraft {
  text: string;
  topic: string;
  headline: string;
  publishedOn: string;
  forecaster: string;
  /** as edited; null: as read */
  scenarios: DraftScenario[] | null;
  /** what became of a reworded scenario, by its id */
  choices: Record<string, Choice>;
  /** why a scenario was left out, by its id */
  whys: Record<string, string>;
}

export const EMPTY: BriefingDraft = {
  ...{ text: '', topic: '', headline: '', publishedOn: '', forecaster: '' },
  ...{ scenarios: null, choices: {}, whys: {} },
};

/** What `POST briefings/preview` is asked. */
export function previewOf(draft: BriefingDraft): object {
  const { text, topic, headline, publishedOn, forecaster, scenarios } = draft;
  return {
    text,
    ...(topic.trim() && { topic }),
    ...(headline.trim() && { headline }),
    ...(publishedOn && { publishedOn }),
    ...(forecaster && { forecaster }),
    ...(scenarios && {
      scenarios: scenarios.map(({ kind, term, probability, statement, premise }) => ({
        ...{ kind, term, probability, statement, premise },
      })),
    }),
  };
}

/** What `POST briefings` is asked: with the answers that the differences ask for. */
export function briefingOf(draft: BriefingDraft, { differences }: Reading): object {
  if (!differences) return previewOf(draft);
  const choices = differences.reworded.flatMap(({ id, index }) =>
    draft.choices[id] ? [{ scenario: id, as: draft.choices[id], index }] : [],
  );
  const dropped = differences.dropped.map(({ id }) => ({
    scenario: id,
    why: draft.whys[id]?.trim() || null,
  }));
  return { ...previewOf(draft), choices, dropped };
}

/** What the text does with one of its scenarios, beside what is on record; null where it follows nothing. */
export type Standing =
  | { as: 'unchanged' }
  | { as: 'new' }
  | { as: 'revised'; was: number | null }
  | { as: 'reworded'; difference: Reworded };

export function standingOf(index: number, differences: Differences | undefined): Standing | null {
  if (!differences) return null;
  const difference = differences.reworded.find((one) => one.index === index);
  if (difference) return { as: 'reworded', difference };
  const revised = differences.newProbability.find((one) => one.index === index);
  if (revised) return { as: 'revised', was: revised.was };
  return differences.new.some((one) => one.index === index) ? { as: 'new' } : { as: 'unchanged' };
}

/** Why it cannot be recorded yet, in words; null where it can. */
export function obstacleTo(draft: BriefingDraft, reading: Reading, isEditor: boolean): string | null {
  if (reading.recognised) return 'This briefing is on record, just so: there is nothing to add.';
  if (!reading.briefing.topic) return 'Name its topic.';
  if (!reading.briefing.headline) return 'Give it a headline.';
  if (reading.scenarios.length === 0)
    return 'No scenario with kind, term, probability and statement was found in it.';
  const open = (reading.differences?.reworded ?? []).filter(({ id }) => !draft.choices[id]);
  if (open.length === 0) return null;
  return isEditor
    ? 'Say of each reworded scenario what became of it.'
    : 'Some scenarios are reworded: whether each is the same question or another, an editor says. Your draft stays here; an editor can paste the same text.';
}
