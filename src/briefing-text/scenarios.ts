import type { Item } from './scenario-items.js';
import { splitPremise } from './premise.js';
import { readProbability } from './probability.js';
import { readTail, type Marks } from './scenario-tokens.js';
import type { DraftScenario, Refused, Term, Warning } from './types.js';

/** The items of a text, judged: those that can be taken, those that cannot, and what was guessed. */
export interface Judged {
  scenarios: DraftScenario[];
  refused: Refused[];
  warnings: Warning[];
}

interface Notes {
  comma: number[];
  approximate: number[];
  premise: number[];
  titles: string[];
}

/** Judges each item by itself: a bad one is refused with its reason and blocks no other. */
export function judgeItems(items: Item[]): Judged {
  const scenarios: DraftScenario[] = [];
  const refused: Refused[] = [];
  const notes: Notes = { comma: [], approximate: [], premise: [], titles: [] };
  const seen = new Map<string, number>();
  for (const item of items) {
    const result = judge(item, notes);
    const key = typeof result === 'string' ? '' : fold(`${result.premise ?? ''}|${result.statement}`);
    const earlier = key === '' ? undefined : seen.get(key);
    if (typeof result === 'string') {
      refused.push({ line: item.line, text: item.raw.join(' '), reason: result });
    } else if (earlier !== undefined) {
      const reason = `The same statement already stands in line ${earlier}.`;
      refused.push({ line: item.line, text: item.raw.join(' '), reason });
    } else {
      seen.set(key, item.line);
      scenarios.push(result);
    }
  }
  return { scenarios, refused, warnings: warningsOf(notes) };
}

function judge(item: Item, notes: Notes): DraftScenario | string {
  let words = item.words;
  let marks = item.marks;
  const last = words.at(-1);
  if (last !== undefined && !(has(marks, 'terms') && has(marks, 'probabilities'))) {
    const tail = readTail(last, true);
    if (tail) {
      words = [...words.slice(0, -1), tail.statement];
      marks = [...marks, tail.marks];
    }
  }
  if (item.kind === null) return 'It is not said whether this is a risk, an opportunity or a consequence.';
  const terms = new Set(marks.flatMap((m) => m.terms).map((t) => (typeof t === 'string' ? t : t.unknown)));
  const probabilities = [...new Set(marks.flatMap((m) => m.probabilities))];
  const [term] = marks.flatMap((m) => m.terms);
  if (words.join('').trim() === '') return 'There is no statement.';
  if (term === undefined) return 'There is no term: short, medium or long.';
  if (typeof term !== 'string') return `“${term.unknown}” is not a known term: write short, medium or long.`;
  if (terms.size > 1) return `Two terms are given: ${[...terms].join(' and ')}.`;
  const [written] = probabilities;
  if (written === undefined) return 'There is no probability.';
  if (probabilities.length > 1) return `Two probabilities are given: ${probabilities.join(' and ')}.`;
  const probability = readProbability(written);
  if ('reason' in probability) return probability.reason;
  if (item.title && words.length > 1 && isTitle(words[0]!)) notes.titles.push(words[0]!);
  const statement = (item.title && words.length > 1 && isTitle(words[0]!) ? words.slice(1) : words).join(' ');
  if (!/[\p{L}\p{N}]/u.test(statement)) return 'There is no statement.';
  if (probability.comma) notes.comma.push(item.line);
  if (marks.some((m) => m.approximate)) notes.approximate.push(item.line);
  const split =
    item.premise === null ? splitPremise(statement) : { premise: item.premise, statement, sure: true };
  if (!split.sure) notes.premise.push(item.line);
  return {
    kind: item.kind,
    term: term satisfies Term,
    probability: probability.value,
    statement: split.statement,
    premise: split.premise,
    line: item.line,
  };
}

function has(marks: Marks[], what: 'terms' | 'probabilities'): boolean {
  return marks.some((m) => m[what].length > 0);
}

/** A few words without a verb's marks or a full stop, on the label's own line above the statement. */
function isTitle(words: string): boolean {
  return (
    words.split(' ').length <= 6 &&
    !/[.!?,;]$/.test(words) &&
    !/\b(?:would|will|could|may|might|can|is|are|has|have|if)\b/i.test(words)
  );
}

function fold(statement: string): string {
  return statement
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]+/gu, ' ')
    .trim();
}

function warningsOf({ comma, approximate, premise, titles }: Notes): Warning[] {
  const warnings: Warning[] = [];
  const lines = (list: number[]) => `${list.length === 1 ? 'Line' : 'Lines'} ${list.join(', ')}`;
  if (comma.length > 0) {
    warnings.push({
      code: 'decimal_comma',
      message: `${lines(comma)}: the comma in the probability was read as a decimal point.`,
    });
  }
  if (approximate.length > 0) {
    warnings.push({
      code: 'approximate_probability',
      message: `${lines(approximate)}: the probability is called approximate; the number was taken as written.`,
    });
  }
  if (premise.length > 0) {
    warnings.push({
      code: 'premise_split',
      message: `${lines(premise)}: the statement begins with a condition, and which comma ends it was guessed.`,
    });
  }
  if (titles.length > 0) {
    const quoted = titles.map((title) => `“${title}”`).join(', ');
    warnings.push({
      code: 'scenario_title',
      message: `${quoted} stands before a statement like a title and was left out of it.`,
    });
  }
  return warnings;
}
