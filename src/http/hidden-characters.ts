/** A character that nobody sees, or that turns the direction of what is around it. */
export interface HiddenCharacter {
  /** As in "U+200B (zero-width space)". */
  name: string;
  /** Counted in characters, from 1. */
  position: number;
}

/** All that Unicode lets a reader ignore, and the marks around annotations. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

const NAMES: Record<string, string> = {
  '\u00AD': 'soft hyphen',
  '\u034F': 'combining grapheme joiner',
  '\u061C': 'Arabic letter mark',
  '\u180E': 'Mongolian vowel separator',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u202A': 'left-to-right embedding',
  '\u202B': 'right-to-left embedding',
  '\u202C': 'pop directional formatting',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
  '\uFEFF': 'byte order mark',
};

/** Where a character of that kind is part of the writing: it is seen by what it does to its neighbours. */
const PLACES: [character: RegExp, before: RegExp, after: RegExp][] = [
  // Persian, and the scripts of India.
  [/[\u200C\u200D]/, /[\p{L}\p{M}]$/u, /^\p{L}/u],
  // A family, a flag, a profession: several pictures joined into one.
  [/\u200D/, /\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?$/u, /^\p{Extended_Pictographic}/u],
  // A picture in colour or in ink, and the digit on a key.
  [/[\uFE0E\uFE0F]/, /(?!\p{Emoji_Component})\p{Emoji}$/u, /^/],
  [/\uFE0F/, /[\d#*]$/, /^\u20E3/],
  // The shape of one Chinese character, or one Mongolian letter.
  [/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u, /\p{Script=Han}$/u, /^/],
  [/[\u180B-\u180D\u180F]/, /\p{Script=Mongolian}$/u, /^/],
];
/** Two characters before and one behind decide, each of two UTF-16 units at most. */
const NEAR = 4;

/** The first character of a text that hides something; null where there is none. */
export function hiddenCharacter(text: string): HiddenCharacter | null {
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (belongs(text, character, index)) continue;
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return {
      name: `U+${code} (${NAMES[character] ?? 'an invisible character'})`,
      position: [...text.slice(0, index)].length + 1,
    };
  }
  return null;
}

function belongs(text: string, character: string, index: number): boolean {
  const end = index + character.length;
  const [before, after] = [text.slice(Math.max(0, index - NEAR), index), text.slice(end, end + NEAR)];
  return PLACES.some(([kind, left, right]) => kind.test(character) && left.test(before) && right.test(after));
}
