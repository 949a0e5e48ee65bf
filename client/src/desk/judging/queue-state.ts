/** Where one is in a list of what is to be judged. Pure. */
import type { Action } from './keys.js';

/** What is open beside the current entry. */
export type Open =
  | { form: 'judge'; outcome: 'occurred' | 'not_occurred' | 'annulled' }
  | { form: 'evidence' | 'defer' }
  | null;

export interface QueueState<T> {
  items: readonly T[];
  /** the cursor of what follows; null at the end */
  next: string | null;
  at: number;
  open: Open;
  selected: ReadonlySet<string>;
  help: boolean;
  bulk: boolean;
}

export type QueueEvent<T> =
  | { type: 'loaded'; items: readonly T[]; next: string | null; after?: boolean }
  | { type: 'key'; action: Action }
  | { type: 'go'; at: number }
  /** all that are here are selected, or none */
  | { type: 'all' }
  /** left the queue: judged, deferred */
  | { type: 'left'; ids: readonly string[] }
  /** came back, at the top of what is left */
  | { type: 'back'; item: T }
  /** A dialog says late that it was closed: by then a key may have opened a form. */
  | { type: 'closed'; what: 'form' | 'dialog' };

export const emptyQueue = <T>(): QueueState<T> => ({
  ...{ items: [], next: null, at: 0, open: null, selected: new Set(), help: false, bulk: false },
});

/** @param idOf names an entry: by it an entry is selected, and leaves */
export const queueReducer =
  <T>(idOf: (item: T) => string) =>
  (state: QueueState<T>, event: QueueEvent<T>): QueueState<T> => {
    switch (event.type) {
      case 'loaded': {
        const items = event.after ? [...state.items, ...event.items] : event.items;
        return { ...state, items, next: event.next, at: within(state.at, items.length) };
      }
      case 'go':
        return event.at === state.at ? state : { ...state, at: event.at, open: null };
      case 'all': {
        const all = state.items.map(idOf);
        return { ...state, selected: new Set(state.selected.size === all.length ? [] : all) };
      }
      case 'left': {
        const items = state.items.filter((item) => !event.ids.includes(idOf(item)));
        const before = state.items.slice(0, state.at).filter((item) => !event.ids.includes(idOf(item)));
        const selected = new Set([...state.selected].filter((id) => !event.ids.includes(id)));
        return {
          ...state,
          items,
          selected,
          at: within(before.length, items.length),
          open: null,
          bulk: false,
        };
      }
      case 'back': {
        const others = state.items.filter((item) => idOf(item) !== idOf(event.item));
        const items = [...others.slice(0, state.at), event.item, ...others.slice(state.at)];
        return { ...state, items, open: null };
      }
      case 'closed':
        return { ...state, ...(event.what === 'form' ? { open: null } : { help: false, bulk: false }) };
      case 'key':
        return acted(state, event.action, idOf);
    }
  };

const within = (at: number, length: number): number => Math.max(0, Math.min(at, length - 1));

function acted<T>(state: QueueState<T>, action: Action, idOf: (item: T) => string): QueueState<T> {
  const current = state.items[state.at];
  switch (action.do) {
    case 'help':
      return { ...state, help: true };
    case 'close':
      return { ...state, open: null }; // a dialog closes itself
    case 'move':
      return { ...state, at: within(state.at + action.by, state.items.length), open: null };
    case 'bulk':
      return state.selected.size > 0 ? { ...state, bulk: true } : state;
    case 'judge':
      return current ? { ...state, open: { form: 'judge', outcome: action.outcome } } : state;
    case 'evidence':
    case 'defer':
      return current ? { ...state, open: { form: action.do } } : state;
    case 'select': {
      if (!current) return state;
      const selected = new Set(state.selected);
      if (!selected.delete(idOf(current))) selected.add(idOf(current));
      return { ...state, selected };
    }
    case 'undo':
    case 'show':
    case 'open':
      return state; // the page does these
  }
}
