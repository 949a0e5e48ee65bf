/** What keys do where something is judged. */
import { isFree, type KeyPress, useKeyPresses } from '../keys.js';

export type Action =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'judge'; outcome: 'occurred' | 'not_occurred' | 'annulled' }
  | { do: 'evidence' | 'undo' | 'select' | 'defer' | 'show' | 'help' | 'bulk' | 'open' | 'close' };

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

/** What a key does; null where it is somebody's typing, or no key of ours. Escape closes, whoever types. */
export function actionOf(press: KeyPress): Action | null {
  const typing = press.typing && press.key !== 'Escape';
  if (!isFree({ ...press, typing })) return null;
  return KEYS.find(({ keys }) => keys.includes(press.key))?.action ?? null;
}

/** Listens to these keys as long as the page is open. */
export const useActions = (act: (action: Action) => void): void =>
  useKeyPresses((press) => {
    const action = actionOf(press);
    if (action) act(action);
    return action !== null;
  });
