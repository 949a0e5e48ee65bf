import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Forecast } from '../../data.js';
import { type Api, ask } from '../api.js';
import { emptyQueue, queueReducer } from './queue-state.js';
import { type BlindRecord, type QueueEntry, readBlind, showForecasts } from './record.js';

type QueuePage = { items: QueueEntry[]; next: string | null };
type Counts = Api['QueueCounts'];

const idOf = (entry: QueueEntry): string => entry.scenario.id;
const reduce = queueReducer(idOf);

/** The queue as this address asks for it, where one is in it, and what one has read of the current entry. */
export function useQueue(filters: URLSearchParams) {
  const [state, dispatch] = useReducer(reduce, emptyQueue<QueueEntry>());
  const [counts, setCounts] = useState<Counts | null>(null);
  const [records, setRecords] = useState<Record<string, BlindRecord>>({});
  const [shown, setShown] = useState<Record<string, Forecast[]>>({});
  const [loaded, setLoaded] = useState(false);
  const current = state.items[state.at];
  const currentId = current && idOf(current);
  const asked = new URLSearchParams(filters);
  asked.set('limit', '100'); // as many as are judged at once

  const load = async (cursor?: string) => {
    if (cursor) asked.set('cursor', cursor);
    const page = await ask<QueuePage>(`queue?${asked}`);
    dispatch({ type: 'loaded', ...page, after: cursor !== undefined });
    setLoaded(true);
  };
  const count = async () => {
    const topic = filters.get('topic');
    setCounts(await ask<Counts>(`queue/counts${topic ? `?topic=${encodeURIComponent(topic)}` : ''}`));
  };
  const read = async (id: string) => {
    const record = await readBlind(id);
    setRecords((before) => ({ ...before, [id]: record }));
    return record;
  };
  /** What was read of it is old: it is read again when one comes to it. */
  const forget = (id: string) => setRecords(({ [id]: _, ...others }) => others);
  /** Entries as the queue gives them out now, in its order; those that do not wait are not among them. */
  const entriesOf = async (before: readonly QueueEntry[]): Promise<QueueEntry[]> => {
    const wanted = new Set(before.map(idOf));
    const [topic, ...others] = new Set(before.map(({ scenario }) => scenario.topic.slug));
    const within = topic && others.length === 0 ? `&topic=${encodeURIComponent(topic)}` : '';
    const found: QueueEntry[] = [];
    let cursor = '';
    do {
      const page = await ask<QueuePage>(`queue?limit=200${within}${cursor}`);
      found.push(...page.items.filter((entry) => wanted.has(idOf(entry))));
      cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
    } while (cursor && found.length < wanted.size);
    return found;
  };

  const [failure, setFailure] = useState<string | null>(null);
  const failed = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error));
  useEffect(() => void Promise.all([load(), count()]).catch(failed), []);
  useEffect(() => {
    if (currentId && !records[currentId]) read(currentId).catch(failed);
  }, [currentId]);
  // The next part is fetched before the end is reached.
  const fetching = useRef<string | null>(null);
  useEffect(() => {
    if (!state.next || state.items.length - state.at > 5 || fetching.current === state.next) return;
    fetching.current = state.next;
    load(state.next).catch(failed);
  }, [state.at, state.items.length, state.next]);

  return {
    ...{ state, dispatch, counts, count, current, loaded, failure, failed, read, forget, entriesOf },
    record: (currentId && records[currentId]) || null,
    shown: (currentId && shown[currentId]) || null,
    show: async (id: string) => {
      const forecasts = await showForecasts(id);
      setShown((before) => ({ ...before, [id]: forecasts }));
    },
  };
}
