import { upperFirst } from './normalise.js';

/** A statement and the condition it hangs on. */
export interface Split {
  premise: string | null;
  statement: string;
  /** False where the comma that ends the premise had to be guessed. */
  sure: boolean;
}

const OPENING =
  /^(if|should|unless|provided(?: that)?|providing(?: that)?|assuming(?: that)?|in the event that|in case|so long as|as long as|on condition that)\s+(?=\S)/i;
/** "If so," and its like point back to something else: no premise of their own. */
const NOT_A_PREMISE = /^(?:so|not|anything|necessary|possible|only)\b[^,]{0,12},/i;
const ASIDE =
  /^(?:which|who|whom|whose|where|when|while|including|such as|and|or|but|nor|even|not|as|especially|particularly|after|before|despite|however|led by|backed by|if|for example|in turn)\b/i;
const FINITE =
  /\b(?:would|will|could|may|might|can|cannot|shall|should|must|is|are|has|have|(?:wo|ca|is|are|would|could)n['’]t)\b|['’]ll\b/i;
const FINITE_FIRST = /^(?:would|will|could|may|might|can|cannot|shall|should|must|is|are|has|have)\b/i;

/**
 * Splits the condition off a statement that begins with one: "If X, Y", "Should X, Y", "Provided X, Y" give `X`;
 * "Unless X, Y" gives `unless X`, because the word carries the sense. A statement without one comes back whole.
 *
 * @example splitPremise('If the strike holds, then ports would close.') // => { premise: 'the strike holds', statement: 'Ports would close.', … }
 */
export function splitPremise(statement: string): Split {
  const whole: Split = { premise: null, statement, sure: true };
  const opening = OPENING.exec(statement);
  if (!opening) return whole;
  const rest = statement.slice(opening[0].length);
  if (NOT_A_PREMISE.test(rest)) return whole;
  const cut = choose(rest);
  if (!cut) return whole;
  const words = rest.slice(0, cut.at).trim();
  const main = rest.slice(cut.at + 1).replace(/^\s*(?:then\s+)?/i, '');
  const keyword = opening[1]!.toLowerCase();
  return {
    premise: keyword === 'unless' ? `unless ${words}` : words,
    statement: upperFirst(main),
    sure: cut.sure,
  };
}

interface Comma {
  at: number;
  /** From after this comma up to the next one, or to the end. */
  next: string;
}

/** The comma after which the main clause begins: the first one followed by a clause of its own. */
function choose(rest: string): { at: number; sure: boolean } | null {
  const commas = topLevelCommas(rest).filter(
    ({ at, next }) => isWords(rest.slice(0, at)) && !ASIDE.test(next),
  );
  const [first] = commas;
  if (!first) return null;
  const clause = commas.find(({ next }) => FINITE.test(next) && !FINITE_FIRST.test(next));
  if (clause) return { at: clause.at, sure: true };
  // "If A, B and C agree, the treaty enters into force": a list goes on past its first comma.
  const second = commas[1];
  if (second && /^\S+(?: \S+){0,3} (?:and|or) /.test(first.next)) return { at: second.at, sure: false };
  return { at: first.at, sure: commas.length === 1 };
}

/** A premise is more than one name or a few signs: two words, or one such as "approved". */
function isWords(premise: string): boolean {
  const words = premise.trim();
  return /\p{L}/u.test(words) && (/\s/.test(words) || /(?:ed|en)$/.test(words));
}

function topLevelCommas(text: string): Comma[] {
  const at: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length && at.length < 50; i++) {
    const c = text[i]!;
    if ('([“'.includes(c)) depth++;
    else if (')]”'.includes(c)) depth = Math.max(0, depth - 1);
    else if (c === '"') quoted = !quoted;
    else if (c === ',' && depth === 0 && !quoted && !(isDigit(text[i - 1]) && isDigit(text[i + 1])))
      at.push(i);
    // A full stop ends the sentence; what is said after it is no part of the condition.
    else if (c === '.' && depth === 0 && text[i + 1] === ' ' && at.length > 0) break;
  }
  return at.map((position, i) => ({ at: position, next: text.slice(position + 1, at[i + 1]).trim() }));
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}
