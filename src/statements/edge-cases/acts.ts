import type { Reading } from '../reading.js';
import { finiteVerbs } from '../verbs.js';

/** By what a statement says is done, the way in which it is half done. The first that fits is taken. */
const HALF_DONE: readonly (readonly [act: RegExp, halfDone: string])[] = [
  [/\b(?:signs?|treaty|pact|accord|contract)\b/, 'agreed in words, but not signed'],
  [/\bratif(?:y|ies)\b/, 'one chamber ratifies it, the other has not voted'],
  [/\b(?:ceasefire|truce|pause|armistice)\b/, 'announced, but broken by one side within the first hours'],
  [/\b(?:agrees?|deal|agreement)\b/, 'agreed in principle, with nothing signed'],
  [/\b(?:closes?|blocks?|shuts?)\b/, 'closed on paper, while some still pass'],
  [/\b(?:reopens?|resumes?|restarts?)\b/, 'for a trial or a single passage only'],
  [
    /\b(?:annuls?|rules?|convicts?|acquits?|acquitted|fines?|sentences?)\b/,
    'decided, but suspended by an appeal',
  ],
  [/\b(?:passes|adopts?|approves?|bans?|law|bill)\b/, 'passed, but not yet in force'],
  [/\b(?:resigns?|leaves|quits?|withdraws?)\b/, 'announced, to take effect after the deadline'],
  [/\b(?:wins?|beats?|elects?|elected|election)\b/, 'the result is contested, and set aside later'],
  [/\b(?:launch(?:es)?|lands?|flight|spacecraft|booster)\b/, 'it takes off, and is lost before the end'],
  [
    /\b(?:strikes(?= the| a|$)|attacks|fires(?= \p{Ll}|$)|storms|hits)\b/u,
    'tried, but stopped before any damage is done',
  ],
  [/\b(?:cuts?|raises?|lowers?|rate)\b/, 'decided by the deadline, in force only after it'],
  [/\b(?:buys?|sells?|acquires?|merges?)\b/, 'signed, but not completed'],
  [
    /\b(?:exceeds?|falls?|rises?|reach(?:es)?|settles?|trades?)\b/,
    'for a moment within the day, but not at its close',
  ],
  [/\b(?:opens?|carries|ships|delivers?|exports?)\b/, 'a ceremony is held, and regular work has not begun'],
  [/\b(?:expels?|arrests?|dismiss(?:es)?)\b/, 'ordered, but not carried out by the deadline'],
  [
    /\b(?:declares?|announces?|publish(?:es)?|reports?)\b/,
    'said by an official in passing, without a formal notice',
  ],
];

/** How the act of a statement would be half done: by its verb, else by its other words. */
export function halfDone({ text, mainFrom }: Reading): string[] {
  const main = text.slice(mainFrom);
  const [verb] = finiteVerbs(main).filter(({ form }) => form !== 'auxiliary');
  const words = verb ? [main.slice(verb.from, verb.to), main] : [main];
  const row = words.flatMap((some) => HALF_DONE.find(([act]) => act.test(some)) ?? [])[1];
  return typeof row === 'string' ? [row] : [];
}

/** Whether it is won or measured rather than done: nobody announces it, or stands in for another. */
export const isContest = ({ text }: Reading): boolean =>
  /\b(?:wins?|beats?|elected|re-elected|exceeds?|falls?|rises?|reach(?:es)?|settles?|trades?|averages?)\b/.test(
    text,
  );
