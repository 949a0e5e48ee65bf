import type { Claim, Conflict, OutletReading } from './article-types.js';

const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const NUMBER = `(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,7}(?:\\.\\d{1,2})?|${Object.keys(NUMBERS).slice(2).join('|')})`;
const BOUND =
  '(?:(over|more than|longer than|at least|nearly|almost|about|around|roughly|some|under|less than|up to|just over) )?';
const DURATION = new RegExp(
  `\\b${BOUND}(?:${NUMBER}|an|a half)[ -](?:and a half[ -])?(minutes?|hours?)(?! later| ago| after| before| earlier)\\b`,
  'gi',
);
/** What can last: the matter that a duration measures, and the word it is filed under. */
const LASTING: [RegExp, string][] = [
  [/\b(?:phone|telephone|calls?|conversation|dialogue)\b/gi, 'call'],
  // Who "spoke" may have met: another matter nearby goes first.
  [/\b(?:spoke|speaking|talked)\b/gi, 'call'],
  [/\b(?:meeting|met|talks|summit|sat down|session|negotiations?)\b/gi, 'meeting'],
  [/\b(?:speech|address|spoke to (?:the|a) (?:crowd|parliament))\b/gi, 'speech'],
  [/\b(?:strike|walkout|stoppage)\b/gi, 'strike'],
  [/\b(?:outage|blackout|power cut)\b/gi, 'outage'],
  [/\b(?:delay(?:ed|ing)?|wait(?:ed|ing)?)\b/gi, 'delay'],
  [/\b(?:hearing|debate|vote)\b/gi, 'hearing'],
  [/\b(?:fire|blaze)\b/gi, 'fire'],
  [/\b(?:flight|journey|trip|voyage|crossing)\b/gi, 'journey'],
];
const START =
  /\b(?:commenced|began|begun|started|starting|opened|kicked off|got under way|got underway)\b[^.;]{0,40}?\bat (?:about |around )?(\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?)/gi;
const COUNTED =
  'people|civilians|soldiers|workers|members|prisoners|children|dead|deaths|casualties|injured|wounded|violations|missiles|drones|ships|vessels|tank(?:er)?s|homes|houses|delegates|protesters|demonstrators|votes|arrests|officers|passengers|villages|containers|flights|pilots|households|patients|students|countries|points?|dockers|trains';
const COUNT = new RegExp(
  `\\b${BOUND}${NUMBER} (?:[\\p{Ll}-]{3,15} ){0,2}?(${COUNTED})\\b(?: (?:were |was |had been )?(killed|injured|wounded|arrested|detained|evacuated|displaced|missing|stranded|dead))?`,
  'giu',
);

/** The measurable statements of a sentence: how long something lasted, when it began, how many there were. */
export function claimsIn(sentence: string, context = ''): Claim[] {
  return [...durations(sentence, context), ...starts(sentence, context), ...counts(sentence)];
}

function durations(sentence: string, context: string): Claim[] {
  if (!/minute|hour/i.test(sentence)) return [];
  const hasLasted = lasts(sentence);
  return [...sentence.matchAll(DURATION)].flatMap((m) => {
    const end = m.index + m[0].length;
    const matter = nearestMatter(sentence, m.index, end) ?? (hasLasted ? nearestMatter(context, 0, 0) : null);
    return matter ? [{ about: `length of the ${matter}`, value: tidy(m[0]), text: sentence }] : [];
  });
}

function starts(sentence: string, context: string): Claim[] {
  if (!sentence.includes(' at ')) return [];
  return [...sentence.matchAll(START)].flatMap((m) => {
    const matter = nearestMatter(sentence, m.index, m.index) ?? nearestMatter(context, 0, 0);
    return matter ? [{ about: `start of the ${matter}`, value: tidy(m[1]!), text: sentence }] : [];
  });
}

function counts(sentence: string): Claim[] {
  if (sentence.length < 7) return [];
  return [...sentence.matchAll(COUNT)].map((m) => {
    const noun = m[3]!.toLowerCase();
    const fate = m[4]?.toLowerCase();
    return {
      about: `number of ${noun}${fate ? ` ${fate}` : ''}`,
      value: tidy(m[0]),
      text: sentence,
    };
  });
}

/** A matter farther off than this belongs to something else; words that reach so far are looked at. */
const FARTHEST = 160;
const REACH = FARTHEST + 40;

/** The matter named nearest to a place in the sentence; what follows directly ("a 90-minute call") goes first. */
function nearestMatter(sentence: string, from: number, to: number): string | null {
  const start = Math.max(0, from - REACH);
  const around = sentence.slice(start, to + REACH);
  let best: string | null = null;
  let distance = FARTHEST;
  for (const [pattern, matter] of LASTING) {
    for (const m of around.matchAll(pattern)) {
      const at = start + m.index;
      const between = at >= to ? at - to : Math.max(0, from - at - m[0].length);
      // "delaying his meeting for eight hours" measures the delay.
      const apart =
        matter === 'delay' && at < from && between < 60
          ? 0
          : between + (/^(?:sp|talked)/i.test(m[0]) && matter === 'call' ? 80 : 0);
      if (apart < distance) [best, distance] = [matter, apart];
    }
  }
  return best;
}

function lasts(sentence: string): boolean {
  return /\b(?:last(?:ed|ing)?|ran|went on|took)\b/i.test(sentence);
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[.,]$/, '').trim();
}

/**
 * The matters on which at least two outlets give different values, each with every account beside the others. Nobody is
 * declared right. Values are compared by what they say: "over two hours" and "more than 2 hours" agree.
 */
export function conflictingClaims(articles: OutletReading[]): Conflict[] {
  const byMatter = new Map<string, Conflict['accounts']>();
  for (const { outlet, reading } of articles) {
    for (const { about, value, text } of reading.claims) {
      const accounts = byMatter.get(about) ?? [];
      if (!accounts.some((a) => a.outlet === outlet && meaning(a.value) === meaning(value))) {
        accounts.push({ outlet, value, text });
      }
      byMatter.set(about, accounts);
    }
  }
  return [...byMatter]
    .filter(([, accounts]) => disagree(accounts))
    .map(([about, accounts]) => ({ about, accounts }));
}

/** Whether two different outlets give values with different meanings, none of which the other gives as well. */
function disagree(accounts: Conflict['accounts']): boolean {
  const values = new Map<string, Set<string>>();
  for (const { outlet, value } of accounts) {
    values.set(outlet, (values.get(outlet) ?? new Set()).add(meaning(value)));
  }
  const sets = [...values.values()];
  return sets.some((a, i) => sets.slice(i + 1).some((b) => ![...a].some((value) => b.has(value))));
}

/** A value made comparable: minutes for durations, figures for number words, "over" and "more than" one sign. */
function meaning(value: string): string {
  const lower = value.toLowerCase();
  const sign = /^(?:over|more than|longer than|just over|at least)\b/.test(lower)
    ? '>'
    : /^(?:under|less than|up to|nearly|almost)\b/.test(lower)
      ? '<'
      : '';
  const clock = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?$/.exec(lower);
  if (clock) {
    const hour = (Number(clock[1]) % 12) + (clock[3] === 'p' ? 12 : 0);
    return `${clock[3] ? hour : clock[1]}:${clock[2] ?? '00'}`;
  }
  const word = lower.split(/[ -]/).find((part) => Object.hasOwn(NUMBERS, part) || /^\d/.test(part)) ?? '';
  const number = Object.hasOwn(NUMBERS, word) ? NUMBERS[word]! : Number(word.replace(/,/g, ''));
  const half = /and a half/.test(lower) ? 0.5 : 0;
  if (/hour/.test(lower)) return `${sign}${(number + half) * 60} min`;
  if (/minute/.test(lower)) return `${sign}${number} min`;
  return `${sign}${number}`;
}
