import { htmlLines, looksLikeHtml } from './html-lines.js';
import { stripInline } from './inline.js';
import { cleanLine, splitLines } from './normalise.js';

/** One line of a pasted text that says something; empty lines survive only as `gap`. */
export interface Line {
  /** Its number in the text as given, from 1. */
  n: number;
  /** The words, without list marker, Markdown or HTML. */
  text: string;
  /** The list marker it stood behind (`•`, `-`, `1.`), if any. */
  marker: string | null;
  /** 1–6 where Markdown or HTML calls it a heading, else 0. */
  level: number;
  /** An empty line, or the start of an HTML block, stands before it. */
  gap: boolean;
  /** Its first character was escaped: take it as text, whatever it looks like. */
  literal: boolean;
  urls: string[];
  /** The day in the `datetime` of an HTML `<time>` in it. */
  day: string | null;
}

/** A line before Markdown and markers are undone. */
export interface RawLine {
  n: number;
  text: string;
  level: number;
  marker: string | null;
  urls: string[];
  day: string | null;
}

const BULLETS = '•‣◦∙⁃▪▫●○■□◆◇►▶▸➤➔→✓✔★☆❖◾◽';
const MARKER = new RegExp(
  `^(?:([${BULLETS}·]|\\p{Extended_Pictographic})\\s?|([-+–—])(?:\\s|(?=\\p{Lu}\\p{Ll}))|(\\*)(?:\\s|(?=\\p{Lu}\\p{Ll}[^*]{0,200}$))|((?:\\d{1,3}|[a-h]|[ivx]{1,4})[.)]|\\(\\d{1,2}\\))\\s)`,
  'u',
);
const LONE_MARKER = new RegExp(
  `^(?:[${BULLETS}·*+–—-]|\\p{Extended_Pictographic}|\\d{1,3}[.)]|\\(\\d{1,2}\\))$`,
  'u',
);
const RULE = /^(?:[-*_=~⸻–—] ?){3,200}$/;
const TABLE_RULE = /^\|?(?: ?:?-{2,40}:? ?\|){1,40}(?: ?:?-{2,40}:? ?)?$/;
const LABEL_WITH_TABS = /^\s*(?:\S\s+)?(?:risk|opportunity|consequence|short|medium|long)\b/i;

/** The lines of a pasted text: plain, Markdown or HTML, told apart by what it holds. */
export function readLines(text: string): Line[] {
  return looksLikeHtml(text) ? undoMarkers(htmlLines(text), false) : undoMarkers(plainLines(text), true);
}

function plainLines(text: string): RawLine[] {
  return splitLines(text).map((raw, i) => ({
    n: i + 1,
    // A row pasted from a table keeps its cells apart; other tabs are white space.
    text: cleanLine(
      raw.includes('\t') && LABEL_WITH_TABS.test(raw.slice(0, 40)) ? raw.replace(/(?<=\S)\t+/g, ' | ') : raw,
    ),
    level: 0,
    marker: null,
    urls: [],
    day: null,
  }));
}

function undoMarkers(raws: RawLine[], markdown: boolean): Line[] {
  const lines: Line[] = [];
  let gap = true;
  let waiting: string | null = null;
  for (const raw of raws) {
    let text = markdown ? raw.text.replace(/^(?:> ?){1,20}/, '') : raw.text;
    if (text === '') {
      gap = true;
      continue;
    }
    const last = lines.at(-1);
    if (markdown && RULE.test(text)) {
      // A Markdown underline makes the line right above it a heading.
      if (last && !gap && /^(?:={3,}|-{3,})$/.test(text) && isUnderlined(last)) {
        last.level = text.startsWith('=') ? 1 : 2;
      }
      gap = true;
      continue;
    }
    if (markdown && (TABLE_RULE.test(text) || /^```/.test(text))) continue;
    if (LONE_MARKER.test(text)) {
      waiting = text;
      continue;
    }
    let { level, marker } = raw;
    marker ??= waiting;
    waiting = null;
    const literal = markdown && text.startsWith('\\');
    if (!literal) {
      const heading = markdown ? /^(#{1,6}) (.*?)(?: #+)?$/.exec(text) : null;
      if (heading) {
        level = heading[1]!.length;
        text = heading[2]!;
      }
      const found = MARKER.exec(text);
      if (found && text.length > found[0].length) {
        marker = found[0].trim();
        text = text.slice(found[0].length).trim();
      }
      if (markdown && text.startsWith('|')) text = text.replace(/^\| ?| ?\|$/g, '');
    }
    // "\\Outlook" is the word, not the heading; before a sign the backslash is Markdown's own escape.
    if (literal && !/^\\[!-/:-@[-`{-~]/.test(text)) text = text.slice(1);
    const inline = markdown && /[\\[*_`~]/.test(text) ? stripInline(text) : { text, urls: [] };
    if (inline.text === '') continue;
    const urls = [...raw.urls, ...inline.urls];
    lines.push({ n: raw.n, text: inline.text, marker, level, gap, literal, urls, day: raw.day });
    gap = level > 0;
  }
  return lines;
}

function isUnderlined(line: Line): boolean {
  return line.level === 0 && line.marker === null && line.text.length <= 120 && !/[.,;]$/.test(line.text);
}
