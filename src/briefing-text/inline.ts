/**
 * Markdown within one line: emphasis, code, links and images are undone; `\*` stands for a plain `*`.
 * Every pattern is bounded or anchored to a delimiter, so that a megabyte of junk costs one pass.
 */

const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const HELD = /[\ue000-\ue07f]/g;
const IMAGE = /!\[[^[\]]{0,300}\]\([^()\s]{0,2000}(?: "[^"]{0,200}")?\)/g;
const LINK = /\[([^[\]]{1,300})\]\(<?([^()\s<>]{0,2000})>?(?: "[^"]{0,200}")?\)/g;
const BOLD_KIND =
  /^(?:\*\*|__)\s?(risks?|opportunity|opportunities|consequences?)\s?[:.]?\s?(?:\*\*|__)\s?(?=[\p{L}“"'‘])/iu;

/** A line without its Markdown, and the addresses its links led to. */
/** Bold and struck type before italics and code. */
const DELIMITERS = ['(?:\\*\\*|__|~~)', '[*_`]'].map((delimiter) => ({
  opening: new RegExp(`(^|[\\s("'“‘>—–·|:/-])${delimiter}(?=[^\\s*_~\`])`, 'g'),
  closing: new RegExp(`([^\\s*_~\`])${delimiter}(?=$|[\\s).,;:!?'"’”—–·|/-])`, 'g'),
}));

export interface Inline {
  text: string;
  urls: string[];
}

/** Undoes the Markdown inside one line. */
export function stripInline(raw: string): Inline {
  const urls: string[] = [];
  let text = raw;
  if (text.includes('\\')) {
    text = text.replace(ESCAPED, (_, c: string) => String.fromCharCode(0xe000 + c.charCodeAt(0)));
  }
  if (text.includes('](')) {
    text = text.replace(IMAGE, '').replace(LINK, (_, words: string, url: string) => {
      urls.push(restore(url));
      return words;
    });
  }
  // "**Risk** Some statement": the bold type is all that parts label and statement.
  text = text.replace(BOLD_KIND, '$1: ');
  for (const pair of DELIMITERS) text = undelimit(text, pair);
  return { text: restore(text).replace(/\s+/g, ' ').trim(), urls };
}

/** Escapes what `stripInline` would take for Markdown, so that reading gives the same words back. */
export function escapeInline(text: string): string {
  // A "<" is always escaped: it must not make the whole text look like HTML.
  if (!/[\\<]/.test(text) && stripInline(text).text === text) return text;
  return text.replace(/[\\`*_[\]<>~!]/g, '\\$&');
}

function restore(text: string): string {
  return text.replace(HELD, (c) => String.fromCharCode(c.charCodeAt(0) - 0xe000));
}

/** Removes opening and closing delimiters where a line has both, an opening one first. */
function undelimit(text: string, { opening, closing }: { opening: RegExp; closing: RegExp }): string {
  const first = text.search(opening);
  if (first < 0 || text.slice(first + 1).search(closing) < 0) return text;
  return text.replace(closing, '$1').replace(opening, '$1');
}
