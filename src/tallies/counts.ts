/**
 * Whole numbers by key, kept as a short text. Counts add when selections merge and subtract when a resolution is
 * corrected, so a stored text is changed by merging a difference into it, without unpacking what stays the same.
 *
 * The text is base64 of pairs of variable-length integers in order of keys: how far the key lies from the one before,
 * and its count. No entry is zero; nothing counted is the empty text.
 */
export type Counts = Map<number, number>;

/** A stored count would become negative: what is stored was not made from what is now taken away. */
export class CountsError extends RangeError {
  constructor(key: number, count: number) {
    super(`The count at ${key} would become ${count}`);
    this.name = 'CountsError';
  }
}

/**
 * @param difference what is added, and, negative, what is taken away
 * @throws {CountsError} where a count would fall below 0
 * @example addCounts('', new Map([[3, 2]])) // => 'AwI='
 */
export function addCounts(text: string, difference: ReadonlyMap<number, number>): string {
  const keys = Uint32Array.from(difference.keys()).sort();
  if (keys.length === 0) return text;
  const writer = new Writer(text.length + keys.length * 16);
  let next = 0;
  const by = (key: number): number => difference.get(key)!;
  readCounts(text, (key, count) => {
    for (; next < keys.length && keys[next]! < key; next += 1) writer.put(keys[next]!, by(keys[next]!));
    if (keys[next] === key) writer.put(key, count + by(keys[next++]!));
    else writer.put(key, count);
  });
  for (; next < keys.length; next += 1) writer.put(keys[next]!, by(keys[next]!));
  return writer.text();
}

/** @example readCounts('AwI=', (key, count) => console.log(key, count)) // 3 2 */
export function readCounts(text: string, visit: (key: number, count: number) => void): void {
  const bytes = Buffer.from(text, 'base64');
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]!;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
    }
  };
  for (let key = 0; at < bytes.length;) {
    key += number();
    visit(key, number());
  }
}

/** Takes entries in order of their keys, and leaves out the zeros. */
class Writer {
  private readonly bytes: Buffer;
  private at = 0;
  private last = 0;

  constructor(room: number) {
    this.bytes = Buffer.allocUnsafe(room);
  }

  put(key: number, count: number): void {
    if (count < 0) throw new CountsError(key, count);
    if (count === 0) return;
    this.number(key - this.last);
    this.number(count);
    this.last = key;
  }

  text(): string {
    return this.bytes.toString('base64', 0, this.at);
  }

  private number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.at++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.at++] = rest;
  }
}
