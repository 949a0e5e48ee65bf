import { describe, expect, it } from '@jest/globals';
import { cleanLine } from '../../src/briefing-text/normalise.js';
import { hiddenCharacter } from '../../src/http/hidden-characters.js';
import { isText, textFault } from '../../src/http/validation.js';
import { isWebAddress } from '../../src/web-address.js';

describe('a hidden character', () => {
  it.each([
    ['pay\u200bpal', 'U+200B (zero-width space)', 4],
    ['\ufeffThe port', 'U+FEFF (byte order mark)', 1],
    ['🙂 the\u2060port', 'U+2060 (word joiner)', 6],
    ['har\u00adbour', 'U+00AD (soft hyphen)', 4],
    ['a\u180eb', 'U+180E (Mongolian vowel separator)', 2],
    ['a\u{e0041}b', 'U+E0041 (an invisible character)', 2],
    ['a\ufe0fb', 'U+FE0F (an invisible character)', 2],
    ['5\ufe0f%', 'U+FE0F (an invisible character)', 2],
    ['a\u3164b', 'U+3164 (an invisible character)', 2],
    ['a \u200d b', 'U+200D (zero-width joiner)', 3],
    ['the port\u200c', 'U+200C (zero-width non-joiner)', 9],
    ['1\u200c2', 'U+200C (zero-width non-joiner)', 2],
    ['a\u200eb', 'U+200E (left-to-right mark)', 2],
    ['a\u200fb', 'U+200F (right-to-left mark)', 2],
    ['a\u061cb', 'U+061C (Arabic letter mark)', 2],
    ...[...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'].map(
      (mark) =>
        [
          `a${mark}b`,
          expect.stringContaining(`U+${mark.charCodeAt(0).toString(16).toUpperCase()}`),
          2,
        ] as const,
    ),
  ])('in %j is %s at %d', (text, name, position) => {
    expect(hiddenCharacter(text)).toEqual({ name, position });
    expect(textFault(text)).toMatch(/^holds the hidden character U\+.* at position \d+: take it out$/);
    expect(isText(text, true)).toBe(true);
  });

  it.each([
    'می\u200cخواهم بندر بسته شود', // Persian
    'क्\u200dष और क्\u200cष', // Hindi
    'ශ්\u200dරී ලංකාව', // Sinhala
    '👩🏽\u200d🚀 🏳️\u200d🌈 ❤️ 1️⃣ 👨\u200d👩\u200d👧',
    '葛\u{e0100}城市', // a variant of one Chinese character
    'ᠠ\u180b',
    'الميناء، הנמל, 港口, naïve, e\u0301',
  ])('is none in %s', (text) => {
    expect(textFault(text)).toBeNull();
  });

  it('goes from a pasted line, but a joiner that joins two letters stays', () => {
    expect(cleanLine('The\u200b har\u00adbour\u200d \u202eclose\u2066s')).toBe('The harbour closes');
    expect(cleanLine('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(textFault(cleanLine('a\u200d\u200cb 👩🏽\u200d🚀 ❤️\u200d🔥 \u200cc'))).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    'https://gull.example/1',
    'HTTP://gull.example',
    'https://gull.example:8080?q=a@b#c',
    'http://[::1]/',
  ])('may be %s', (text) => expect(isWebAddress(text)).toBe(true));

  it.each([
    ...[
      'https://',
      'https:///path',
      'https://?q',
      'https:gull.example',
      'https:/gull.example',
      '//gull.example',
    ],
    ...[
      'https://ann:secret@gull.example',
      'https://ann@gull.example',
      'https://@gull.example',
      'https://:@a.example',
    ],
    ...[
      'https://bank.example\\@gull.example',
      'https:\\\\gull.example',
      'https://a b.example',
      'https://a.example:port',
    ],
    ...['javascript:alert(1)', 'ftp://gull.example', 'mailto:a@gull.example', '', ' https://gull.example'],
  ])('may not be %j', (text) => expect(isWebAddress(text)).toBe(false));
});
