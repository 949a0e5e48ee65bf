import { useEffect, useRef } from 'preact/hooks';
import { type Action, actionOf, isTyping } from './keys.js';

/** Listens to keys as long as the page is open; a key that does something does nothing else. */
export function useKeys(act: (action: Action) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inDialog = document.querySelector('dialog[open]') !== null;
      const { key, ctrlKey, metaKey, altKey } = event;
      const typing = inDialog || isTyping(event.target);
      const action = actionOf({ key, ctrlKey, metaKey, altKey, typing });
      if (!action || (inDialog && action.do === 'close')) return; // a dialog closes itself
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
