import { useEffect } from 'preact/hooks';

/** Whether a key belongs to a field that is being written in, or to the browser. */
export function isForOthers(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const at = event.target;
  return (
    at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable], dialog') !== null
  );
}

/** Single keys for the page, while nothing is being written. */
export function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (!act || isForOthers(event)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
