import type { Api } from '../api.js';
import type { Kind, Term } from '../../data.js';
import { newOnceKey } from '../draft.js';
import { type CriteriaDraft, criteriaOf } from './criteria-draft.js';

export type Reading = Api['QuickLineView'];

/** What was chosen beside the line; what is missing is as the line says. */
export interface Chosen {
  kind?: Kind;
  probability?: number;
  deadline?: string;
  topic?: string;
  term?: Term;
  premise?: string;
  statement?: string;
  forecaster?: string;
  /** an instant of the past: editors only */
  statedAt?: string;
}

export interface QuickDraft extends CriteriaDraft {
  line: string;
  chosen: Chosen;
  /** that 0 % or 100 % is meant */
  certain: boolean;
  /** of the request that will carry it */
  onceKey: string;
}

export const EMPTY: QuickDraft = {
  ...{ line: '', chosen: {}, criteria: '', answers: {}, certain: false, onceKey: '' },
};

/** Whatever changes makes another request, and takes back that one is certain. */
export const changed = (part: Partial<QuickDraft>): Partial<QuickDraft> => ({
  ...{ certain: false, onceKey: newOnceKey() },
  ...part,
});

/** What `POST statements/quick` is asked. @param usual the topic of last time, where the line names none */
export function questionOf(draft: QuickDraft, usual: string | null): Api['ReadQuickLine'] {
  const { topic, term, deadline, statement, premise } = draft.chosen;
  const criteria = criteriaOf(draft);
  const named = topic ?? (/(?:^|\s)#\S/.test(draft.line) ? undefined : (usual ?? undefined));
  return {
    line: draft.line,
    ...(named !== undefined && { topic: named }),
    ...(term && { term }),
    ...(deadline && { deadline }),
    ...(statement?.trim() && { statement }),
    ...(premise !== undefined && { premise: premise.trim() || null }),
    ...(criteria && { criteria }),
  };
}

export interface Missing {
  /** the name of the field that asks for it */
  field: 'line' | 'kind' | 'probability' | 'topic' | 'deadline' | 'certain';
  message: string;
}

/** What has to be said before it can be recorded, the first thing first; null where nothing is missing. */
export function missingIn(draft: QuickDraft, reading: Reading): Missing | null {
  const { chosen } = draft;
  const probability = chosen.probability ?? reading.probability;
  if (!reading.statement) return { field: 'line', message: 'Write what could happen.' };
  if (!(chosen.kind ?? reading.kind))
    return {
      field: 'kind',
      message: 'Say what it is: begin with ! (risk), + (opportunity) or > (consequence).',
    };
  if (chosen.probability === undefined && reading.probabilityDoubt)
    return { field: 'probability', message: reading.probabilityDoubt.question };
  if (probability === null) return { field: 'probability', message: 'Say how likely it is, such as 65%.' };
  if (!reading.topic)
    return {
      field: 'topic',
      message: reading.topicDoubt
        ? `“#${reading.topicDoubt.text}” is no topic by itself: choose one.`
        : 'Name its topic, such as #energy, or choose one.',
    };
  if (reading.deadline.inDays < 0) return { field: 'deadline', message: 'That day has passed.' };
  if ((probability === 0 || probability === 1) && !draft.certain)
    return {
      field: 'certain',
      message: `${probability * 100} % says that you are certain: one miss and nothing makes up for it. Press Enter again to record it so.`,
    };
  return null;
}

/** The body of `POST scenarios`, once nothing is missing. */
export function scenarioOf(draft: QuickDraft, reading: Reading): object {
  const { chosen } = draft;
  const criteria = criteriaOf(draft);
  return {
    ...{ topic: reading.topic!.slug, kind: chosen.kind ?? reading.kind, term: reading.term },
    ...{ statement: reading.statement, deadline: reading.deadline.day },
    probability: chosen.probability ?? reading.probability,
    ...(reading.premise && { premise: reading.premise }),
    ...(criteria && { criteria }),
    ...(chosen.forecaster && { forecaster: chosen.forecaster }),
    ...(chosen.statedAt && { statedAt: chosen.statedAt }),
  };
}
