/** What keys do where something is judged. Pure. */

export type Action =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'judge'; outcome: 'occurred' | 'not_occurred' | 'annulled' }
  | { do: 'evidence' | 'undo' | 'select' | 'defer' | 'show' | 'help' | 'bulk' | 'open' | 'close' };

/** What a key press says, and whether somebody is typing. */
export interface KeyPress {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  /** in a field, or with a dialog open: then letters are letters */
  typing: boolean;
}

interface KeyHelp {
  keys: readonly string[];
  what: string;
  action: Action;
}

/** Every key, as the overlay lists it. */
export const KEYS: readonly KeyHelp[] = [
  { keys: ['j', 'ArrowDown'], what: 'next', action: { do: 'move', by: 1 } },
  { keys: ['k', 'ArrowUp'], what: 'the one before', action: { do: 'move', by: -1 } },
  { keys: ['y'], what: 'yes, it happened', action: { do: 'judge', outcome: 'occurred' } },
  { keys: ['n'], what: 'no, it did not', action: { do: 'judge', outcome: 'not_occurred' } },
  { keys: ['a'], what: 'annul it', action: { do: 'judge', outcome: 'annulled' } },
  { keys: ['e'], what: 'link an event as evidence', action: { do: 'evidence' } },
  { keys: ['d'], what: 'defer it', action: { do: 'defer' } },
  {
    keys: ['s'],
    what: 'show probability and forecasters; that they were shown goes on record',
    action: { do: 'show' },
  },
  { keys: ['u'], what: 'undo the last judgement: it is reopened, in the open', action: { do: 'undo' } },
  { keys: ['x'], what: 'select it', action: { do: 'select' } },
  { keys: ['b'], what: 'judge all that are selected at once', action: { do: 'bulk' } },
  { keys: ['o'], what: 'open it, with all that is on record', action: { do: 'open' } },
  { keys: ['?'], what: 'these keys', action: { do: 'help' } },
  { keys: ['Escape'], what: 'close what is open', action: { do: 'close' } },
];

/** What a key does; null where it is somebody's typing, or no key of ours. */
export function actionOf({ key, ctrlKey, metaKey, altKey, typing }: KeyPress): Action | null {
  if (ctrlKey || metaKey || altKey || (typing && key !== 'Escape')) return null;
  return KEYS.find(({ keys }) => keys.includes(key))?.action ?? null;
}

/** Where letters are typed or choose: a field, a list, a dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null;
}
