import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, askAll, Refusal } from './api.js';
import { type Faults, faultsOf } from './faults.js';

/** What a page has asked for: null while it is on its way. */
export interface Asked<T> {
  found: T | null;
  refused: Refusal | null;
  again: () => Promise<void>;
}

/** Asks once when the page opens, and again when told to. */
export const useAsked = <T>(path: string): Asked<T> => useAnswer(path, ask<T>);

/** The same of a whole list. */
export const useAskedAll = <T>(path: string): Asked<T[]> => useAnswer(path, askAll<T>);

function useAnswer<T>(path: string, how: (path: string) => Promise<T>): Asked<T> {
  const [found, setFound] = useState<T | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const again = async () => {
    try {
      setFound(await how(path));
      setRefused(null);
    } catch (error) {
      setRefused(refusalOf(error));
    }
  };
  useEffect(() => void again(), [path]);
  return { found, refused, again };
}

/** One thing that is being done, once at a time: whether it is, and what was said against it. */
export interface Doing {
  busy: boolean;
  faults: Faults;
  /** @returns whether it was done */
  run: (work: () => Promise<void>) => Promise<boolean>;
}

export function useDoing(): Doing {
  const isBusy = useRef(false);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Faults>({});
  const set = (now: boolean) => setBusy((isBusy.current = now));
  const run = async (work: () => Promise<void>) => {
    if (isBusy.current) return false;
    set(true);
    setFaults({});
    try {
      await work();
      return true;
    } catch (error) {
      setFaults(faultsOf(error));
      return false;
    } finally {
      set(false);
    }
  };
  return { busy, faults, run };
}

const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal
    ? error
    : new Refusal(0, 'unreadable', error instanceof Error ? error.message : String(error));
