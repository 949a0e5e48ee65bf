import type { Kind, Term } from './types.js';

/** What a label or a stamp says; lists, because a bad item may say a thing twice. */
export interface Marks {
  kinds: Kind[];
  plural: boolean;
  /** Terms as read; an unknown one is kept in its own words. */
  terms: (Term | { unknown: string })[];
  probabilities: string[];
  approximate: boolean;
}

type TokenType = 'kind' | 'term' | 'number' | 'filler' | 'separator' | 'open' | 'close';

interface Token {
  type: TokenType;
  words: string;
}

const KINDS: [RegExp, Kind][] = [
  [/^risk/i, 'risk'],
  [/^opp/i, 'opportunity'],
  [/^con/i, 'consequence'],
];

// Sticky, tried in this order. A hyphen parts two tokens only beside a space: "risk-averse" is one word.
const TOKENS: [TokenType, RegExp][] = [
  ['separator', / ?(?:[·•∙⋅|/,;:：=→—―‖]|--) ?| [-–−‐](?: |(?!\d))|[-–−‐] (?!\d)|\. /y],
  ['open', / ?[([{]/y],
  ['close', /[)\]}]/y],
  [
    'kind',
    /(?:risks?|opportunit(?:y|ies)|consequences?)(?![\p{L}\p{N}_'’])(?: ?[#№] ?\d{1,2}| no\.? ?\d{1,2}| \d{1,2}(?= ?(?:[:.)(—–|]|-\s|$)))?/iuy,
  ],
  [
    'term',
    /(?:(?:short|medium|long)[ -‐‑–]?term|(?:term|horizon|time ?frame) ?[:=]? ?(?:short|medium|long)(?:[ -‐‑–]?term)?)(?!\p{L})/iuy,
  ],
  ['term', /(?:\p{L}{2,14}[ -‐‑–](?:to|or)[ -‐‑–])?\p{L}{2,14}[ -‐‑–]term(?!\p{L})/iuy],
  ['term', /(?:short|medium|long)(?= ?(?:[·|/,;:)\]}—–]|-\s|$))/iuy],
  [
    'number',
    /(?:~|≈|c\. ?|ca\.? ?|circa |about |around |roughly |approx(?:\.|imately)? )?(?:[-−+]|(?<![\d%])–)?(?:\d{1,12}(?:[.,·٫]\d{1,20})?|[.,]\d{1,20})(?: ?(?:%|％|per ?cent\b|pct\b\.?))?(?![\p{L}\d%])(?!\.\d)/iuy,
  ],
  [
    'filler',
    /(?:(?:est(?:imated|\.)?|our|with|the|an?) )?(?:probability|likelihood|chance|confidence|prob\.?|odds|p)(?![\p{L}])(?: of| is)?|(?:kind|type|term|horizon|time ?frame)(?=:)|likely(?= ?(?:[)\].,;]|$))|outlook(?= ?[:·|])/iuy,
  ],
];

/** The tokens at the start of a text, and where they end. */
function tokenise(text: string, from: number): { tokens: Token[]; ends: number[] } {
  const tokens: Token[] = [];
  const ends: number[] = [];
  let at = from;
  for (let guard = 0; guard < 40 && at < text.length; guard++) {
    if (text[at] === ' ' && !/[-–−‐([{·•|/,;:—―→=]/.test(text[at + 1] ?? '')) {
      at++;
      continue;
    }
    let found: Token | null = null;
    for (const [type, pattern] of TOKENS) {
      pattern.lastIndex = at;
      const words = pattern.exec(text)?.[0];
      if (words) {
        found = { type, words };
        break;
      }
    }
    if (!found) break;
    at += found.words.length;
    tokens.push(found);
    ends.push(at);
  }
  return { tokens, ends };
}

function marksOf(tokens: Token[]): Marks {
  const marks: Marks = { kinds: [], plural: false, terms: [], probabilities: [], approximate: false };
  for (const { type, words } of tokens) {
    if (type === 'kind') {
      marks.kinds.push(KINDS.find(([pattern]) => pattern.test(words))![1]);
      marks.plural ||= /^(?:risks|opportunities|consequences)/i.test(words);
    } else if (type === 'term') {
      const known = /(?<!\p{L})(short|medium|long)(?:$|.?term)/iu.exec(words)?.[1];
      const compound = / ?\b(?:to|or)\b/i.test(words);
      marks.terms.push(known && !compound ? (known.toLowerCase() as Term) : { unknown: words });
    } else if (type === 'number') {
      const bare = words.replace(
        /^(?:~|≈|c\. ?|ca\.? ?|circa |about |around |roughly |approx(?:\.|imately)? )/i,
        '',
      );
      marks.approximate ||= bare !== words;
      marks.probabilities.push(bare);
    }
  }
  return marks;
}

/** A label at the start of a line ("Risk", "Risk (short term, 82%):", "Short-term risk — 0.4 —") and what follows it. */
export interface Label extends Marks {
  rest: string;
}

/** Reads the label at the start of a line; null where the line does not begin with one. */
export function readLabel(line: string): Label | null {
  if (line.length < 4 || !/risk|opportunit|consequence/i.test(line.slice(0, 90))) return null;
  const { tokens, ends } = tokenise(line, 0);
  if (!tokens.some(({ type }) => type === 'kind')) return null;
  // Step back to the last place where a label may end: the end of the line, or a sign that parts it from what follows.
  for (let count = tokens.length; count > 0; count--) {
    const end = ends[count - 1]!;
    const last = tokens[count - 1]!;
    const used = tokens.slice(0, count);
    if (depthOf(used) !== 0) continue;
    const rest = line.slice(end).trim();
    const marks = marksOf(used);
    if (marks.kinds.length !== 1) continue;
    const whole = marks.terms.length > 0 && marks.probabilities.length > 0;
    const parted =
      last.type === 'close' ||
      (last.type === 'separator' && (whole || !/[,/;]/.test(last.words)) && last.words !== '- ');
    if (rest === '' || (parted && !/^[,/]/.test(rest))) {
      return { ...marks, rest: rest.replace(/^[.:]\s*/, '') };
    }
  }
  return null;
}

function depthOf(tokens: Token[]): number {
  return tokens.reduce((depth, { type }) => depth + (type === 'open' ? 1 : type === 'close' ? -1 : 0), 0);
}

/** Reads a line that holds nothing but a term, a probability, or both. */
export function readStampLine(line: string): Marks | null {
  if (line.length > 120 || !/\d|term|short|medium|long|prob|likel|chance|confid/i.test(line)) return null;
  const { tokens, ends } = tokenise(line, 0);
  const end = ends.at(-1) ?? 0;
  const marks = marksOf(tokens);
  const says = marks.terms.length + marks.probabilities.length;
  if (marks.kinds.length > 0 || says === 0) return says > 0 ? null : emptyProbability(line);
  const rest = line.slice(end).trim();
  if (rest === '' || rest === '.') return marks;
  const whole = marks.terms.length > 0 && marks.probabilities.length > 0;
  // "Short term · 0.4 (high)": a word in brackets after the number changes nothing.
  if (whole && tokens.at(-1)!.type === 'open' && /^[\p{L} ]{1,40}\)$/u.test(rest)) return marks;
  // "Short term · high", "Long term: 60 to 70 %": a stamp all the same, whose number cannot be read.
  const afterSeparator =
    (tokens.at(-1)!.type === 'separator' && !whole) ||
    /^(?:to|or|and|in|out|[<>≤≥/–−-])(?=[ \d]|$)/.test(rest);
  const startsWithTerm = tokens.find(({ type }) => type !== 'open' && type !== 'filler')?.type === 'term';
  if (startsWithTerm && afterSeparator && rest.length <= 30 && rest.split(' ').length <= 4) {
    return {
      ...marks,
      probabilities: [
        line
          .slice(ends[tokens.findIndex((t) => t.type === 'term')])
          .replace(/^(?:[\s·|/,;:—]|[–-](?!\d))+/, ''),
      ],
    };
  }
  return null;
}

/** A whole stamp at the start of a line, set apart from the words after it. */
export function readLead(line: string): (Marks & { rest: string }) | null {
  const { tokens, ends } = tokenise(line, 0);
  const marks = marksOf(tokens);
  const end = ends.at(-1) ?? 0;
  if (marks.kinds.length > 0 || marks.terms.length === 0 || marks.probabilities.length === 0) return null;
  const last = tokens.at(-1)!;
  if ((last.type !== 'close' && last.type !== 'separator') || depthOf(tokens) !== 0) return null;
  const rest = line.slice(end).trim();
  return rest === '' ? null : { ...marks, rest };
}

const ODD_STAMP =
  /^([\p{L}][\p{L} ‑-]{0,28}\p{L}) ?[·|/:–—-] ?([-−+]?(?:\d{1,6}(?:[.,]\d{1,12})?|[.,]\d{1,12}) ?(?:%|per ?cent)?)$/iu;

/** "Near future · 0.6": the place of a stamp, with a term nobody has defined. */
export function readOddStamp(line: string): Marks | null {
  const odd = line.length <= 60 && /\d/.test(line) ? ODD_STAMP.exec(line) : null;
  if (!odd || /^(?:premise|condition|source|published|page|edition|update)/i.test(odd[1]!)) return null;
  return {
    kinds: [],
    plural: false,
    terms: [{ unknown: odd[1]! }],
    probabilities: [odd[2]!.trim()],
    approximate: false,
  };
}

function emptyProbability(line: string): Marks | null {
  const m = /^(?:probability|likelihood|chance|confidence) ?[:=] ?(.{1,30})$/i.exec(line);
  return m ? { kinds: [], plural: false, terms: [], probabilities: [m[1]!], approximate: false } : null;
}

/** A statement with the stamp at its end taken off. */
export interface Tail {
  statement: string;
  marks: Marks;
}

/**
 * Takes a stamp off the end of a statement: "… by June. Short term · 0.82", "… (short term, 82%)". `partial` also takes
 * a lone probability or term, where brackets or a sign set it apart; `withKind` asks for a kind in it, too.
 */
export function readTail(text: string, partial: boolean, withKind = false): Tail | null {
  const from = Math.max(0, text.length - 100);
  if (!/\d|term/i.test(text.slice(from))) return null;
  for (let at = from; at < text.length; at++) {
    const before = text.slice(0, at).trimEnd();
    if (before === '') continue;
    const bracket = /[([{]/.test(text[at]!);
    const sign =
      /[·•|—―]/.test(text[at]!) || (/[–-]/.test(text[at]!) && text[at - 1] === ' ' && text[at + 1] === ' ');
    const sentence = text[at - 1] === ' ' && /[.!?…]["”’')\]]{0,2}$/.test(before);
    if (!bracket && !sign && !sentence) continue;
    const { tokens, ends } = tokenise(text, at);
    const rest = text.slice(ends.at(-1) ?? at).trim();
    if (tokens.length === 0 || !/^\.?$/.test(rest) || depthOf(tokens) !== 0) continue;
    const marks = marksOf(tokens);
    if (marks.kinds.length !== (withKind ? 1 : 0)) continue;
    const whole = marks.terms.length > 0 && marks.probabilities.length > 0;
    const some = marks.terms.length > 0 || marks.probabilities.length > 0;
    // A full stop after the bracket belongs to the statement.
    if (whole || (partial && some)) {
      const end = bracket && rest === '.' && !/[.!?]$/.test(before) ? '.' : '';
      return { statement: before + end, marks };
    }
  }
  return null;
}
