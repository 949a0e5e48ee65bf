/** Work runs this long before others are let in: short beside what a person notices, long beside what a pause costs. */
const SLICE_MS = 10;
/** New connections go before work, but for no longer than this at a time. */
const ACCEPTING_MS = 30;

let sliceBegan = performance.now();
let connectionsSince: number | undefined;
let hasNewConnection = false;
const waiting: (() => void)[] = [];

/**
 * A turn of the event loop accepts one connection only. If each turn also did a slice of work, the last of a hundred that
 * came together would wait for a hundred slices: so the loop turns on without work while there are new ones.
 */
export function noteConnection(): void {
  hasNewConnection = true;
}

/** One of those that wait begins a slice; the next one waits for another turn, in which connections are read first. */
function next(): void {
  const now = performance.now();
  connectionsSince ??= now;
  if (hasNewConnection && now - connectionsSince < ACCEPTING_MS) {
    hasNewConnection = false;
    setImmediate(next);
    return;
  }
  connectionsSince = undefined;
  hasNewConnection = false;
  sliceBegan = now;
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(next);
}

/**
 * Waits for a turn of the event loop once this process has worked for a slice of time without one. SQLite answers at once
 * and promises go first: without this, one request runs to its end, and so do all that came with it, before any other
 * connection is read. Those who wait go on one after the other, the first first.
 */
export async function giveWay(): Promise<void> {
  if (performance.now() - sliceBegan <= SLICE_MS) return;
  await new Promise<void>((go) => {
    waiting.push(go);
    if (waiting.length === 1) setImmediate(next);
  });
}
