import { Problem } from '../problems.js';

const MAX_DEPTH = 32;
const UNREADABLE_CHARACTERS = /[\0\p{Surrogate}]/u;

/**
 * Reads JSON from bytes, and refuses what two readers could understand differently: invalid UTF-8, a key given twice,
 * one that leads to what all objects share (`__proto__`, `constructor`, `prototype`), a NUL or half a surrogate pair in a text.
 *
 * @throws {Problem} `malformed_request`, or `validation_failed` where only a text is at fault
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('malformed_request', 'The body is not valid JSON.');
  }
  inspect(text);
  return value;
}

/** Whether a text can be stored and shown: no NUL, no half of a surrogate pair. */
export function isReadableText(text: string): boolean {
  return !UNREADABLE_CHARACTERS.test(text);
}

/** Whether a name leads to what all objects share: `__proto__`, `constructor`, `prototype`. */
export const isInherited = (key: string): boolean => key === 'prototype' || key in Object.prototype;

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('validation_failed', 'The body is not valid UTF-8.');
  }
}

/** Walks over a text that is known to be JSON, and looks at every string in it. */
function inspect(text: string): void {
  const open: (Set<string> | null)[] = []; // the keys of each object around; null for an array
  let keyComes = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '{':
      case '[':
        open.push(text[at] === '{' ? new Set() : null);
        keyComes = text[at] === '{';
        if (open.length > MAX_DEPTH) {
          throw new Problem('malformed_request', `The body is nested deeper than ${MAX_DEPTH} levels.`);
        }
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        keyComes = open.at(-1) instanceof Set;
        break;
      case ':':
        keyComes = false;
        break;
      case '"': {
        const end = endOfString(text, at);
        const content = JSON.parse(text.slice(at, end)) as string;
        if (!isReadableText(content)) {
          throw new Problem('validation_failed', 'A text holds a character that cannot be stored.');
        }
        const keys = keyComes ? open.at(-1) : null;
        if (keys) checkKey(keys, content);
        at = end - 1;
        break;
      }
      default: // a number, a word, a space
    }
  }
}

function checkKey(keys: Set<string>, key: string): void {
  if (isInherited(key)) throw new Problem('malformed_request', `The key "${key}" is not allowed.`);
  if (keys.has(key)) {
    throw new Problem('malformed_request', `The key ${JSON.stringify(key.slice(0, 80))} is given twice.`);
  }
  keys.add(key);
}

/** The position after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
