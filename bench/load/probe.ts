import { request } from 'node:http';

/** How long `/livez` took, in milliseconds. */
export interface Alive {
  asked: number;
  p50: number;
  p99: number;
  max: number;
}

const PAUSE_MS = 10;

/** Asks `/livez` on a new connection each time, as a supervisor does, until told to stop. */
export async function probe(origin: string, isOver: () => boolean): Promise<Alive> {
  const took: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    await alive(origin);
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? NaN;
  return { asked: took.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

function alive(origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/livez`, { agent: false }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`/livez answers ${answer.statusCode}.`));
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
