import { useEffect, useState } from 'preact/hooks';
import { ask, Refusal } from '../api.js';
import type { Reading } from './briefing-draft.js';

const PAUSE_MS = 400;

export interface Preview {
  /** null before the first answer, and where nothing is pasted */
  reading: Reading | null;
  /** it answers just what is asked now */
  isFresh: boolean;
  /** why the last question had no answer */
  refusal: string | null;
}

/** What recording a briefing would do, asked while it is being edited. @param question JSON; null: nothing is pasted */
export function usePreview(question: string | null): Preview {
  const [answer, set] = useState<{ question: string; reading: Reading } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (question === null) return set(null);
    const stop = new AbortController();
    const read = async () => {
      try {
        const body = JSON.parse(question) as object;
        const reading = await ask<Reading>('briefings/preview', { body, signal: stop.signal });
        set({ question, reading });
        setRefusal(null);
      } catch (error) {
        if (!stop.signal.aborted) setRefusal(error instanceof Refusal ? error.message : String(error));
      }
    };
    const wait = setTimeout(() => void read(), PAUSE_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [question]);
  return { reading: answer?.reading ?? null, isFresh: answer?.question === question, refusal };
}
