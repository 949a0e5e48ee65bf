import { splitPremise } from '../briefing-text/index.js';
import { type DayPhrase, findDayPhrases } from './day-phrases.js';
import type { LintContext } from './types.js';

/** A statement, looked at once for all rules. */
export interface Reading {
  text: string;
  context: LintContext;
  /** Where the claim begins: after an opening "If …,", else 0. */
  mainFrom: number;
  /** Whether a condition is said, before, behind or beside the claim. */
  hasPremise: boolean;
  days: DayPhrase[];
}

export function readStatement(text: string, context: LintContext): Reading {
  const { premise, statement } = splitPremise(text.trimStart());
  // The claim is the end of the text, but for its first letter, which the split has made a capital.
  const mainFrom = premise === null ? 0 : text.length - statement.length;
  const behind = /\s(?:if|unless|provided|should)\s/i.test(text.slice(mainFrom + 1));
  return {
    ...{ text, context, mainFrom },
    hasPremise: premise !== null || behind || Boolean(context.premise?.trim()),
    days: findDayPhrases(text, context.today),
  };
}
