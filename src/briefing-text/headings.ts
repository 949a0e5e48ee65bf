import { foldHeading } from './normalise.js';

/** The parts of a briefing that a heading of their own announces. */
export type Part = 'takeaway' | 'scenarios' | 'edition' | 'sources' | 'perspectives';

const PATTERNS: [Part, RegExp][] = [
  [
    'scenarios',
    /^(?:what (?:could|might|may|can|will) (?:happen|come) next|what(?: i|')?s? (?:happens|comes) next|what(?: i|')s next|what next|what could happen|(?:the |our |possible |three |key |likely |future |forward )*scenarios?(?: ahead| to watch| and probabilities)?|(?:the |our )?outlook|looking ahead|where (?:this|it) could go|(?:our )?forecasts?)$/,
  ],
  ['takeaway', /^(?:(?:the |our )?(?:key )?take-?aways?|the bottom line|bottom line|key points?)$/],
  [
    'edition',
    /^(?:first )?(?:reported|published|appeared) in(?: edition)?$|^(?:first reported|edition|original edition)$/,
  ],
  ['sources', /^(?:sources?|our sources|sources and (?:further reading|links)|references)$/],
  [
    'perspectives',
    /^(?:(?:different|other|differing|all|key|competing) )?(?:perspectives|viewpoints|points of view)(?: by actor)?$|^(?:how (?:others|each side|the actors|they) sees? it|who says what|views? from (?:each|all) sides?)$/,
  ],
];

/** Which part of a briefing a heading opens, if it is one of the known ones. */
export function partOf(text: string): Part | null {
  if (text.length > 60) return null;
  const folded = foldHeading(text).replace(/^\d+[.)] /, '');
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const FURNITURE = [
  /^(?:skip|jump|back) to (?:main |the )?(?:content|main|navigation|top|article|search)$/,
  /^(?:about )?\d+[ -]?min(?:ute)?s?(?: read| listen| watch| to read)?$|^reading time:? \d+ min(?:ute)?s?$/,
  /^(?:read|see|view|open|show) (?:the )?(?:original|more|full (?:story|article)|less|source|on site)(?: article| story| post)?$/,
  /^(?:share|share (?:this|on|via).{0,30}|tweet|print|copy(?: link)?|save|bookmark|email|listen|menu|search|home|close|subscribe|subscribe now|sign (?:in|up)|log ?(?:in|out)|register|follow(?: us| topic)?|advertisement|sponsored|toggle (?:menu|theme|navigation)|dark mode|accept(?: all)? cookies|link copied|loading|next|previous|related(?: stories| articles)?|table of contents|on this page|whatsapp|facebook|linkedin|x|reddit|see roadmap|give feedback|comments?(?: \(?\d+\)?)?)$/,
];

/** Whether a line is furniture of the page it was copied from: links, buttons, reading times. */
export function isFurniture(text: string): boolean {
  if (text.length > 60) return false;
  const folded = foldHeading(text);
  return folded === '' || FURNITURE.some((pattern) => pattern.test(folded));
}

/** A notice above the piece: a sentence with the words of a link glued to its end, or one about the site itself. */
export function isBanner(text: string): boolean {
  return (
    /[a-z]{2}[.!?](?:[A-Z][a-z]{1,15})(?: [a-z]{1,15}){0,3}$/.test(text) ||
    (text.length < 300 &&
      /\b(?:cookies?|roadmap|newsletter|javascript|your browser|subscribe|sign up|ad ?blocker)\b/i.test(
        text,
      ) &&
      /[.!→»]$/.test(text))
  );
}

/**
 * Whether a line without any mark-up reads like a heading: short, begun with a capital or a figure, not ended like a
 * sentence.
 */
export function isHeadingLike(text: string): boolean {
  return (
    text.length <= 90 &&
    text.split(' ').length <= 12 &&
    /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text) &&
    !/[.!;,:…]["”’')]?$/.test(text)
  );
}
