import { useState } from 'preact/hooks';

/** What is being written, kept in this browser until the server has it: a reload or a lost connection takes nothing. */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): [T, (change: Partial<T>) => void, () => void] {
  const [draft, set] = useState<T>(() => readDraft(name, empty));
  const change = (part: Partial<T>) =>
    set((before) => {
      const after = { ...before, ...part };
      writeDraft(name, after);
      return after;
    });
  const clear = () => {
    forgetDraft(name);
    set(empty);
  };
  return [draft, change, clear];
}

const keyOf = (name: string): string => `hindcast:draft:${name}`;

/** What was kept, over what is empty; a browser that keeps nothing, or something odd, gives what is empty. */
export function readDraft<T extends object>(name: string, empty: T): T {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...empty, ...kept } : empty;
  } catch {
    return empty;
  }
}

export function writeDraft(name: string, draft: object): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the page itself still holds it.
  }
}

export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // as above
  }
}

/** A key for one request, under which trying again records nothing twice. */
export function newOnceKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
