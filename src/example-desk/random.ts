/**
 * A seeded generator, so that one last day always gives one script. Each use is keyed by name: adding a briefing does
 * not reshuffle the numbers of the others.
 *
 * Source: FNV-1a for the key, mulberry32 for the stream.
 */
export interface Random {
  /** From 0 up to, never reaching, 1. */
  unit(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Beta-distributed, for whole `a` and `b`: a ratio of sums of exponentials. */
  beta(a: number, b: number): number;
  pick<T>(items: readonly T[]): T;
}

export function randomFor(key: string): Random {
  let state = hash(key);
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const exponentials = (count: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum -= Math.log(1 - unit());
    return sum;
  };
  return {
    unit,
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    beta: (a, b) => {
      const x = exponentials(a);
      return x / (x + exponentials(b));
    },
    pick: <T>(items: readonly T[]): T => {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
