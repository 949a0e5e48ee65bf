/** What a joiner may follow: a letter with its marks, or a picture with its colour. */
const JOINS_AFTER = String.raw`[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]`;

/**
 * Characters that carry nothing in a briefing: controls (but the tab), soft hyphens, zero-width and direction marks,
 * byte-order marks, joiners that join nothing, half surrogate pairs, and the private use area (icon fonts; used below for escapes).
 */
const INVISIBLE = new RegExp(
  // eslint-disable-next-line no-misleading-character-class -- single characters, whatever they combine with
  String.raw`[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff]|\p{Cs}|(?<!${JOINS_AFTER})[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])`,
  'gu',
);

/** Most lines need nothing done. */
const PLAIN = /^(?:[!-~]{1,200}(?: (?=[!-~])|$)){0,400}$/;

/** One line of text with invisible characters gone, every run of white space one space, and no space at its ends. */
export function cleanLine(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** The lines of a text as an editor would number them: CRLF, LF, CR and the Unicode separators all end one. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
}

/** A heading or label made comparable: lower case, straight apostrophes, no punctuation at its ends. */
export function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** The text with its first letter in upper case. */
export function upperFirst(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
