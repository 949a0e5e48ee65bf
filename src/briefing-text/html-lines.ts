import { Parser } from 'htmlparser2';
import { cleanLine } from './normalise.js';
import type { RawLine } from './lines.js';

const TAG =
  /(?<!\\)<(?:!doctype html|\/?(?:html|body|head|main|article|section|header|footer|div|p|h[1-6]|ul|ol|li|br|span|strong|em|table|tr|td|blockquote|script|style)(?=[\s/>])[^<>]{0,2000}>?)/gi;
const BLOCK = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const DROPPED = new Set(
  'script style template noscript iframe object embed svg math canvas nav button form select textarea head audio video dialog'.split(
    ' ',
  ),
);
const VOID = new Set('br hr img input meta link wbr source track area base col embed param'.split(' '));
const KIND_ONLY = /^(?:risks?|opportunity|opportunities|consequences?)$/i;

/** Whether a text is the source of a page rather than the words of one. */
export function looksLikeHtml(text: string): boolean {
  const tags = text.slice(0, 200_000).match(TAG);
  if (!tags) return false;
  return tags.length > 1 || /^\s*</.test(text);
}

/**
 * The words of a page, a line for each block, with the line of the source each begins on. Scripts, styles, templates,
 * comments and what is hidden are left out; nothing is run.
 */
export function htmlLines(html: string): RawLine[] {
  const lines: RawLine[] = [];
  const lineOf = lineCounter(html);
  let current: RawLine = blank(1);
  let level = 0;
  let dropped = 0;
  let pre = 0;
  const open: { name: string; drops: boolean }[] = [];
  let marker: string | null = null;

  const flush = (gap: boolean) => {
    const text = cleanLine(current.text);
    if (text) lines.push({ ...current, text });
    if (gap && lines.at(-1)?.text) lines.push(blank(0));
    current = blank(0);
  };
  const close = (name: string) => {
    if (BLOCK.has(name)) flush(name !== 'li');
    if (/^h[1-6]$/.test(name)) level = 0;
    if (name === 'pre') pre = Math.max(0, pre - 1);
    if (/^(?:b|strong|em|i|span|dt)$/.test(name) && KIND_ONLY.test(current.text.trim())) current.text += ': ';
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const drops = DROPPED.has(name) || isHidden(attributes);
        if (!VOID.has(name)) open.push({ name, drops });
        if (drops && !VOID.has(name)) dropped++;
        if (dropped > 0) return;
        if (BLOCK.has(name)) flush(name !== 'li');
        if (name === 'br') flush(false);
        if (name === 'td' || name === 'th') current.text += current.text.trim() ? ' | ' : '';
        if (/^h[1-6]$/.test(name)) level = Number(name[1]);
        if (name === 'pre') pre++;
        if (name === 'li') marker = '•';
        if (name === 'a' && attributes['href']) current.urls.push(attributes['href']);
        if (name === 'time')
          current.day ??= /^\d{4}-\d\d-\d\d/.exec(attributes['datetime'] ?? '')?.[0] ?? null;
      },
      ontext(data) {
        if (dropped > 0) return;
        // Within <pre> a line end is a line; elsewhere it is a space. A fast path spares the common case.
        const parts = pre > 0 && data.includes('\n') ? data.split('\n') : [data];
        let at = parser.startIndex;
        parts.forEach((part, i) => {
          if (i > 0) flush(false);
          if (current.n === 0 && part.trim()) {
            current.n = lineOf(at + (part.length - part.trimStart().length));
            current.level = level;
            current.marker = marker;
            marker = null;
          }
          current.text += part.replace(/[\r\n]/g, ' ');
          at += part.length + 1;
        });
      },
      onclosetag(name) {
        let found = open.length - 1;
        while (found >= 0 && open[found]!.name !== name) found--;
        if (found < 0) return;
        for (const tag of open.splice(found)) if (tag.drops) dropped--;
        if (dropped === 0) close(name);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  flush(false);
  return lines;
}

function blank(n: number): RawLine {
  return { n, text: '', level: 0, marker: null, urls: [], day: null };
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    'hidden' in attributes ||
    /display\s?:\s?none|visibility\s?:\s?hidden/i.test((attributes['style'] ?? '').slice(0, 500))
  );
}

/** Answers offsets asked in rising order with their line, in one pass over the text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset && at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === 10 || (c === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
