import { useEffect, useRef, useState } from 'preact/hooks';
import { type Api, ask, Refusal } from '../api.js';
import { questionOf, type QuickDraft, type Reading } from './quick-draft.js';

/** A pause in typing this long asks the server. */
const PAUSE_MS = 150;

export interface Read {
  /** null before the first answer, and where nothing is written */
  reading: Reading | null;
  similar: Api['SimilarScenarios'] | null;
  /** why the last question had no answer */
  refusal: Refusal | null;
  /** The reading of exactly this draft: for recording it. */
  now: () => Promise<Reading>;
}

/** What the server reads in a draft, asked while it is being written. */
export function useReading(draft: QuickDraft, usual: string | null): Read {
  const [state, setState] = useState<Omit<Read, 'now'>>({ reading: null, similar: null, refusal: null });
  const question = JSON.stringify(questionOf(draft, usual));
  const answered = useRef<{ question: string; reading: Reading } | null>(null);

  const read = async (signal?: AbortSignal): Promise<Reading> => {
    if (answered.current?.question === question) return answered.current.reading;
    const body = JSON.parse(question) as object;
    const reading = await ask<Reading>('statements/quick', { body, ...(signal && { signal }) });
    answered.current = { question, reading };
    setState((before) => ({ ...before, reading, refusal: null }));
    return reading;
  };

  useEffect(() => {
    if (draft.line.trim() === '') {
      setState({ reading: null, similar: null, refusal: null });
      return;
    }
    const stop = new AbortController();
    const wait = setTimeout(() => void readBoth(stop.signal), PAUSE_MS);
    const readBoth = async (signal: AbortSignal) => {
      try {
        const { statement, topic } = await read(signal);
        const body = topic && statement ? { statement, topic: topic.slug } : null;
        const similar = body && (await ask<Api['SimilarScenarios']>('statements/similar', { body, signal }));
        if (!signal.aborted) setState((before) => ({ ...before, similar }));
      } catch (refusal) {
        if (!signal.aborted && refusal instanceof Refusal) setState((before) => ({ ...before, refusal }));
      }
    };
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [question]);

  return { ...state, now: () => read() };
}
