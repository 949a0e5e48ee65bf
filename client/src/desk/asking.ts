import { useEffect, useState } from 'preact/hooks';
import { ask, type FieldError, Refusal } from './api.js';

/** What a page has asked for: null while it is on its way. */
export interface Asked<T> {
  found: T | null;
  refused: Refusal | null;
  again: () => Promise<void>;
}

/** Asks once when the page opens, and again when told to. */
export function useAsked<T>(path: string): Asked<T> {
  const [found, setFound] = useState<T | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const again = async () => {
    try {
      setFound(await ask<T>(path));
      setRefused(null);
    } catch (error) {
      setRefused(refusalOf(error));
    }
  };
  useEffect(() => void again(), [path]);
  return { found, refused, again };
}

/** One thing that is being done: whether it is, and what the server said against it. */
export interface Doing {
  busy: boolean;
  refused: Refusal | null;
  fields: FieldError[];
  /** @returns whether it was done */
  run: (work: () => Promise<void>) => Promise<boolean>;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefused(null);
    try {
      await work();
      return true;
    } catch (error) {
      setRefused(refusalOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refused, fields: refused?.fields ?? [], run };
}

const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal
    ? error
    : new Refusal(0, 'unreadable', error instanceof Error ? error.message : String(error));
