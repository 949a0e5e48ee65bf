import { isWebAddress } from '../web-address.js';
import { findDays, type FoundDay } from './dates.js';

/** A source line taken apart; the year of its day may still be open. */
export interface SourceLine {
  outlet: string;
  day: FoundDay | null;
  url: string | null;
}

/** An edition's name, and its title where both stand in one line. */
export interface EditionLine {
  edition: string;
  title: string | null;
}

/** The last characters without a space or bracket, and the bracket or full stop behind them. */
const LAST_RUN = /(?<![^\s<>()"])([^\s<>()"]+)[)>]?\.?$/;
const BEFORE_URL = /[\s·|,;(<–—-]{1,5}$/;
const SIGNS_END = /[\s·|,;:(–—-]{1,6}$/;
const NUMBERED =
  /^((?:update|edition|issue|bulletin|briefing|number|vol(?:ume)?\.?|no\.?) ?(?:#|№|no\.? ?|nr\.? ?)? ?\d{1,6})(?!\d)/i;
const EDITION_SIGNS = /(?<!\s)\s*(?:[·•|—–:]|(?<=\s)-\s)\s*/;

/** Reads "Outlet · 3 May 2026 · https://…": the day and the address may be missing, or change places. */
export function readSourceLine(text: string): SourceLine | null {
  let outlet = text.slice(0, 600).trim();
  let day: FoundDay | null = null;
  let undated = false;
  let url: string | null = null;
  for (let i = 0; i < 2; i++) {
    const link = url === null ? linkAtEnd(outlet) : null;
    if (link) {
      url = httpUrl(link.url);
      outlet = outlet.slice(0, link.from).replace(BEFORE_URL, '');
    } else if (day === null && !undated) {
      if (/[·|,] ?undated$/.test(outlet)) {
        undated = true;
        outlet = outlet.slice(0, -'undated'.length);
      } else {
        const last = findDays(outlet).at(-1);
        if (last && /^\)?\.?$/.test(outlet.slice(last.end))) {
          day = last;
          outlet = outlet.slice(0, last.start);
        }
      }
    }
    outlet = outlet.replace(SIGNS_END, '').trim();
  }
  outlet = outlet.replace(/^(?:via|from|by) (?=\p{Lu})/u, '');
  return outlet || url ? { outlet: outlet || hostOf(url ?? ''), day, url } : null;
}

/** The address with which a line ends, and where it begins. */
function linkAtEnd(line: string): { url: string; from: number } | null {
  const run = LAST_RUN.exec(line);
  const at = run?.[1]!.search(/https?:\/\//i) ?? -1;
  return run && at >= 0 ? { url: run[1]!.slice(at), from: run.index + at } : null;
}

/** Whether a line is a source line by its shape alone: a name, a sign, a day. */
export function isSourceShaped(text: string): boolean {
  if (text.length > 120 || !/[·|]/.test(text)) return false;
  const source = readSourceLine(text);
  return (
    source !== null &&
    source.day !== null &&
    /[·|] ?$/.test(text.slice(0, source.day.start)) &&
    !/[.!?] /.test(source.outlet)
  );
}

/** Reads "Update #15 · Its title". */
export function readEdition(text: string): EditionLine {
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const rest = text.slice(numbered[0].length);
    const title = rest.replace(/^[\s·•|—–:,-]+/, '').trim();
    if (rest === '' || title !== rest) return { edition: numbered[1]!, title: title || null };
  }
  const sign = EDITION_SIGNS.exec(text);
  if (!sign || sign.index === 0) return { edition: text, title: null };
  return { edition: text.slice(0, sign.index), title: text.slice(sign.index + sign[0].length) || null };
}

/** Whether a line is an edition by its shape alone ("Update #15 · …"). */
export function isEditionShaped(text: string): boolean {
  return (
    text.length <= 160 &&
    /^(?:update|edition|issue|bulletin|briefing) ?(?:#|№|no\.? ?)\d{1,6}(?: ?[·|:—–-]|$)/i.test(text)
  );
}

/** An address that is safe to link to, or null. */
export function httpUrl(text: string | undefined): string | null {
  return text !== undefined && text.length <= 2000 && isWebAddress(text) ? text : null;
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/?#].*/, '');
}
