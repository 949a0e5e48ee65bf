import { useEffect, useRef } from 'preact/hooks';

/** A press of a key, and whether somebody is typing: in a field, in a list, or anywhere while a dialog is open. */
export interface KeyPress {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  typing: boolean;
}

const FIELDS = 'input, textarea, select, [contenteditable]';

/**
 * Listens to keys as long as the page is open.
 *
 * @param act whether it did something: then the key does nothing else
 */
export function useKeyPresses(act: (press: KeyPress) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { key, ctrlKey, metaKey, altKey, target } = event;
      const inDialog = document.querySelector('dialog[open]') !== null;
      if (inDialog && key === 'Escape') return; // a dialog closes itself
      const typing = inDialog || (target instanceof Element && target.closest(FIELDS) !== null);
      if (latest.current({ key, ctrlKey, metaKey, altKey, typing })) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Whether a letter is no letter: nobody types, and the browser is not meant. */
export const isFree = ({ ctrlKey, metaKey, altKey, typing }: KeyPress): boolean =>
  !ctrlKey && !metaKey && !altKey && !typing;

/** Single keys for the page. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useKeyPresses((press) => {
    const act = isFree(press) ? keys[press.key] : undefined;
    act?.();
    return act !== undefined;
  });
}
