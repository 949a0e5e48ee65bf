/** Work runs this long before others are let in: short beside what a person notices, long beside what a pause costs. */
const SLICE_MS = 10;

let sliceBegan = performance.now();
let pause: Promise<void> | undefined;

/** Ends the slice: the event loop turns once, and takes new connections and requests on its way. */
function letOthersIn(): Promise<void> {
  pause ??= new Promise((resolve) =>
    setImmediate(() => {
      pause = undefined;
      sliceBegan = performance.now();
      resolve();
    }),
  );
  return pause;
}

/**
 * Waits for a turn of the event loop once this process has worked for a slice of time without one. SQLite answers at once
 * and promises go first: without this, one request runs to its end, and so do all that came with it, before any other
 * connection is read. Everybody who waits shares one turn, and those whom the new slice does not reach wait for the next.
 */
export async function giveWay(): Promise<void> {
  while (performance.now() - sliceBegan > SLICE_MS) await letOthersIn();
}
