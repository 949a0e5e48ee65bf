import { saidPercent } from '../../words.js';
import type { Api } from '../api.js';
import { BARE_CRITERIA, type CriteriaDraft, criteriaOf } from '../quick/criteria-draft.js';

export type Reading = Api['BriefingReadingView'];
type Read = Api['DraftScenario'];
export type Handover = Api['HandoverView'];
type Differences = Api['BriefingDifferences'];
export type Reworded = Differences['reworded'][number];
export type Choice = Api['EditionChoice']['as'];

/** One scenario of the grid, as it is being edited. */
export type Row = Pick<
  Read,
  'kind' | 'term' | 'probability' | 'statement' | 'premise' | 'line' | 'deadline'
> &
  Partial<CriteriaDraft>;

/** A pasted briefing, and what was said beside it. */
export interface BriefingDraft {
  text: string;
  topic: string;
  headline: string;
  publishedOn: string;
  forecaster: string;
  /** as edited; null: as read */
  scenarios: Row[] | null;
  /** what became of a reworded scenario, by its id */
  choices: Record<string, Choice>;
  /** why a scenario was left out, by its id */
  whys: Record<string, string>;
  /** that 0 % or 100 % is meant */
  certain: boolean;
  /** what an analyst has handed on, where this is it */
  handed: Pick<Handover, 'id' | 'by' | 'note' | 'briefing'> | null;
}

export const EMPTY: BriefingDraft = {
  ...{ text: '', topic: '', headline: '', publishedOn: '', forecaster: '' },
  ...{ scenarios: null, choices: {}, whys: {}, certain: false, handed: null },
};

/** What `POST briefings/preview` is asked. */
export function previewOf(draft: BriefingDraft): object {
  const { text, topic, headline, publishedOn, forecaster, scenarios, handed } = draft;
  return {
    ...handed?.briefing,
    ...(text && { text }),
    ...(topic.trim() && { topic }),
    ...(headline.trim() && { headline }),
    ...(publishedOn && { publishedOn }),
    ...(forecaster && { forecaster }),
    ...(scenarios && { scenarios: scenarios.map(scenarioOf) }),
  };
}

function scenarioOf(row: Row): object {
  const { kind, term, probability, statement, premise, deadline } = row;
  const criteria = criteriaOf(row);
  return {
    ...{ kind, term, probability, statement, premise },
    ...(deadline && { deadline }),
    ...(criteria && { criteria }),
  };
}

/** What `POST briefings` is asked: with the answers that the differences ask for. */
export function briefingOf(draft: BriefingDraft, { differences }: Reading): object {
  const sent = { ...previewOf(draft), ...(draft.handed && { handover: draft.handed.id }) };
  if (!differences) return sent;
  const choices = differences.reworded.flatMap(({ id, index }) =>
    draft.choices[id] ? [{ scenario: id, as: draft.choices[id], index }] : [],
  );
  const dropped = differences.dropped.map(({ id }) => ({
    scenario: id,
    why: draft.whys[id]?.trim() || null,
  }));
  return { ...sent, choices, dropped };
}

/** What an analyst hands on: the draft, and why scenarios were left out. */
export function handoverOf(draft: BriefingDraft): object {
  const dropped = Object.entries(draft.whys).flatMap(([scenario, why]) =>
    why.trim() ? [{ scenario, why: why.trim() }] : [],
  );
  return { ...previewOf(draft), ...(dropped.length > 0 && { dropped }) };
}

/** A briefing that was handed on, as a draft again. */
export function draftOf({ id, by, note, briefing }: Handover): BriefingDraft {
  const { scenarios, dropped = [], choices: _, ...rest } = briefing ?? {};
  const { text, topic, headline, publishedOn, forecaster } = rest;
  return {
    ...{ text: text ?? '', topic: topic ?? '', headline: headline ?? '', publishedOn: publishedOn ?? '' },
    ...{ forecaster: forecaster ?? '', choices: {}, certain: false },
    scenarios:
      scenarios?.map(({ criteria, premise, ...one }) => ({
        ...{ ...one, premise: premise ?? null, line: null },
        ...(criteria && {
          criteria: criteria.text === BARE_CRITERIA ? '' : criteria.text,
          answers: Object.fromEntries((criteria.edgeCases ?? []).map((row) => [row.case, row.counts])),
        }),
      })) ?? null,
    whys: Object.fromEntries(dropped.map(({ scenario, why }) => [scenario, why ?? ''])),
    handed: { id, by, note, briefing: rest },
  };
}

/** A row, and what the server says of it. */
export interface GridRow {
  row: Row;
  standing: Standing | null;
  /** when it would close; undefined before the answer, and for what is refused */
  closes?: Read['closes'];
  /** why it cannot be recorded */
  refusal: string | null;
}

/** The rows as edited, or else as read. What is refused has no place among what would be recorded, and stays here. */
export function gridOf(draft: BriefingDraft, reading: Reading): GridRow[] {
  const { scenarios, refused, differences } = reading;
  if (draft.scenarios === null)
    return scenarios.map(({ closes, criteria: _, ...row }, index) => ({
      ...{ row, closes, standing: standingOf(index, differences), refusal: null },
    }));
  const reasons = new Map(refused.map(({ index, reason }) => [index, reason]));
  let place = 0;
  return draft.scenarios.map((row, index) => {
    const refusal = reasons.get(index) ?? null;
    if (refusal !== null) return { row, standing: null, refusal };
    const standing = standingOf(place, differences);
    return { row, standing, closes: scenarios[place++]?.closes, refusal };
  });
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

/** The deadline of the scenario on record that a row says again; null for one that opens its own. */
export function keptDeadline(
  { standing, closes }: GridRow,
  choice: Choice | undefined,
): { day: string } | null {
  if (standing?.as === 'reworded')
    return choice === 'changed' || choice === 'new' ? null : { day: standing.difference.deadline };
  return closes?.source === 'record' ? closes : null;
}

/** Why it cannot be recorded yet, in words; null where it can. */
export function obstacleTo(draft: BriefingDraft, reading: Reading, isEditor: boolean): string | null {
  if (reading.recognised) return 'This briefing is on record, just so: there is nothing to add.';
  if (!reading.briefing.topic) return 'Name its topic.';
  if (!reading.briefing.headline) return 'Give it a headline.';
  if (reading.scenarios.length === 0)
    return 'No scenario with kind, term, probability and statement was found in it.';
  const refused = gridOf(draft, reading).findIndex(({ refusal }) => refusal !== null);
  if (refused >= 0) return `Mend scenario ${refused + 1}, or leave it out.`;
  if (!isReworded(draft, reading)) return null;
  return isEditor
    ? 'Say of each reworded scenario what became of it.'
    : 'Some scenarios are reworded: whether each is the same question or another, an editor says. Hand it on to the editors.';
}

/** Whether all that is missing is what only an editor may say. */
export const needsEditor = (draft: BriefingDraft, reading: Reading, isEditor: boolean): boolean =>
  !isEditor && !reading.recognised && isReworded(draft, reading);

const isReworded = (draft: BriefingDraft, { differences }: Reading): boolean =>
  (differences?.reworded ?? []).some(({ id }) => !draft.choices[id]);

/** What has to be confirmed before it is recorded: that somebody is certain; null where nobody is. */
export function certaintyIn(draft: BriefingDraft, reading: Reading): string | null {
  if (draft.certain) return null;
  const at = reading.scenarios.findIndex(({ probability }) => probability === 0 || probability === 1);
  return at < 0
    ? null
    : `Scenario ${at + 1}, at ${saidPercent(reading.scenarios[at]!.probability)}, says that you are certain: one miss and nothing makes up for it. Record again to say so.`;
}
