import { useEffect, useRef, useState } from 'preact/hooks';
import { type Api, ask, Refusal } from '../api.js';
import type { Reading } from '../quick/quick-draft.js';

export interface LineRead {
  reading: Reading | null;
  similar: Api['SimilarScenarios'] | null;
  /** why it was not read */
  refusal: string | null;
}

const PAUSE_MS = 300;
/** So many are asked at once: the page draws itself anew with each answer. */
const TOGETHER = 5;

/**
 * What the server reads in many lines, asked a few at a time.
 *
 * @param questions as JSON, each of `POST statements/quick`
 * @param turn another one asks again for what had no answer
 * @returns by question; what was not asked yet is not in it
 */
export function useReadings(questions: readonly string[], turn: number): ReadonlyMap<string, LineRead> {
  const [known, set] = useState<ReadonlyMap<string, LineRead>>(new Map());
  const latest = useRef(known);
  const asked = JSON.stringify(questions);
  useEffect(() => {
    const stop = new AbortController();
    const readAll = async () => {
      const due = questions.filter((one) => latest.current.get(one)?.refusal !== null);
      for (let from = 0; from < due.length; from += TOGETHER) {
        const some = due.slice(from, from + TOGETHER);
        const read = await Promise.all(some.map((one) => readOne(one, stop.signal)));
        if (stop.signal.aborted) return;
        latest.current = new Map([...latest.current, ...some.map((one, i) => [one, read[i]!] as const)]);
        set(latest.current);
      }
    };
    const wait = setTimeout(() => void readAll(), PAUSE_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [asked, turn]);
  return known;
}

async function readOne(question: string, signal: AbortSignal): Promise<LineRead> {
  try {
    const body = JSON.parse(question) as object;
    const reading = await ask<Reading>('statements/quick', { body, signal });
    const { statement, topic } = reading;
    const about = topic && statement ? { statement, topic: topic.slug } : null;
    const similar =
      about && (await ask<Api['SimilarScenarios']>('statements/similar', { body: about, signal }));
    return { reading, similar, refusal: null };
  } catch (error) {
    const refusal = error instanceof Refusal ? error.message : String(error);
    return { reading: null, similar: null, refusal };
  }
}
