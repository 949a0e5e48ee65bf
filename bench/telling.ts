import type { Progress } from '../src/cli/output.js';

/** What is told while it goes on. */
export interface Teller {
  note(text: string): void;
  progress(title: string): Progress;
}

/** Without a known total, so many make a step worth telling. */
const STEP = 1_000_000;

/** A bar for a person at a terminal; for a log, a line at each tenth. */
export function progressOf(tell: Teller, title: string): Progress {
  if (process.stderr.isTTY) return tell.progress(title);
  const from = performance.now();
  let told = 0;
  return {
    update: (done, total) => {
      const steps = Math.floor(done / (total === undefined ? STEP : Math.max(1, total / 10)));
      if (steps === told) return;
      told = steps;
      const seconds = Math.round((performance.now() - from) / 1000);
      tell.note(`  ${title}: ${done}${total === undefined ? '' : ` of ${total}`} after ${seconds} s`);
    },
    stop: () => undefined,
  };
}
