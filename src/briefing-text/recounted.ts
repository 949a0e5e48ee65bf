import { findDays, type FoundDay } from './dates.js';
import { splitSentences } from './sentences.js';

/** How a sentence speaks of a day: as past, as still to come, or without a word that tells. */
export type Telling = 'past' | 'ahead' | 'open';

/** A day named in running text, with the way its sentence speaks of it. */
export interface ToldDay extends FoundDay {
  telling: Telling;
  sentence: string;
}

const AHEAD_PREPOSITION =
  /\b(?:by|until|till|before|ahead of|around|for|covering|through|due|beyond|to|no later than|in time for|next)(?: (?:the|about|or|on|[\p{L}]{1,20}['’]s?))?$/iu;
const PLANNING =
  /^(?:planned|planning|scheduled?|schedules|expect\w*|due|upcoming|next|ahead|will|would|may|might|could|can|cannot|should|shall|must|if|unless|happens?|begins?|starts?|ends|opens|expires?|falls|tomorrow|coming|hopes?|aims?|wants?|postponed|rescheduled|deadline)$/;
/** "proposed a truce on 9 May" leaves open which of the two was on that day. */
const DOUBTFUL = /^(?:propos\w*|offer\w*|plans?|promis\w*|intend\w*|takes|window|calendar|agreed|invited)$/;
const PAST_IRREGULAR = new Set(
  `said told struck met spoke fell rose began took hit won lost went came was were had held gave made saw sent left kept
   found brought thought bought caught built cut led read ran sat shot shut sold spent stood swore drew drove flew froze
   grew knew rang sank sought wrote withdrew became broke chose fought laid paid put set quit overthrew died did`.split(
    /\s+/,
  ),
);
const NOT_PAST = /^(?:need|indeed|speed|feed|bleed|seed|breed|red|bed|hundred|united|shed|unprecedented)$/;

/** The days that a text names, each with how it is told. */
export function toldDays(text: string): ToldDay[] {
  return splitSentences(text).flatMap((sentence) =>
    findDays(sentence).map((day) => ({ ...day, sentence, telling: tellingOf(sentence, day) })),
  );
}

function tellingOf(sentence: string, day: FoundDay): Telling {
  const before = sentence.slice(Math.max(0, day.start - 300), day.start).trimEnd();
  if (AHEAD_PREPOSITION.test(before)) return 'ahead';
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')) + 1);
  const backwards = words(clause).reverse();
  // "proposed on 3 May": the planning itself is what happened that day.
  if (/^(?:proposed|offered|promised|agreed|invited)$/.test(backwards[1] ?? '') && backwards[0] === 'on') {
    return 'past';
  }
  const after = sentence.slice(day.end, day.end + 200);
  return firstTelling(backwards) ?? firstTelling(words(/^[^;]*/.exec(after)![0])) ?? 'open';
}

/** What the nearest telling word says. Nouns are not told from verbs: only words that seldom mislead are listed. */
function firstTelling(list: string[]): Telling | null {
  for (const [i, word] of list.entries()) {
    // "will be held": the word beside it tells, not the participle.
    if (list[i + 1] === 'be' || list[i - 1] === 'be') continue;
    if (PLANNING.test(word)) return 'ahead';
    if (DOUBTFUL.test(word)) return 'open';
    if (PAST_IRREGULAR.has(word)) return 'past';
    if (word.length > 3 && word.endsWith('ed') && !NOT_PAST.test(word)) return 'past';
  }
  return null;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
}
