/** What happened to something since it was read, in words: for whoever is about to change it too. */
import { instant } from '../words.js';
import type { Api } from './api.js';
import { historyInWords } from './judging/history-words.js';

type Read = <T>(path: string) => Promise<T>;

/** More than these are counted, not told. */
const TOLD = 3;

/**
 * @param path of the change that was refused, below the API's prefix
 * @param versions how many versions lie between what was read and what is on record
 * @returns sentences; '' where nothing more can be told
 */
export async function whatChanged(path: string, versions: number, read: Read): Promise<string> {
  const [kind, id = ''] = path.split('/') as [string, string | undefined];
  if (kind === 'scenarios') {
    const { items } = await read<Api['HistoryView']>(`scenarios/${id}/history?blind=true`);
    return listed(items.slice(-Math.max(1, versions)).map(ofScenario));
  }
  if (kind === 'events') return ofEvent(await read<Api['EventView']>(`events/${id}`));
  const subject = { topics: 'topic', settings: 'settings', accounts: 'account' }[kind];
  if (subject === undefined) return '';
  const name = kind === 'settings' ? '' : `&name=${encodeURIComponent(id)}`;
  const query = `changes?subject=${subject}${name}&limit=25`;
  const { items } = await read<Api['StateChangeViewPage']>(query);
  return listed(latest(items, versions).map(ofState));
}

const ofScenario = (item: Api['HistoryItem']): string =>
  `${historyInWords(item)} (${[item.by, instant(item.recordedAt)].filter(Boolean).join(', ')})`;

function ofEvent({ headline, occurredOn, standing, standings, errata }: Api['EventView']): string {
  const [last] = [...standings, ...errata].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  const by = last && 'by' in last ? `, by ${last.by}` : '';
  return `It is now “${headline}”, ${occurredOn}, ${standing}${last ? ` (since ${instant(last.recordedAt)}${by})` : ''}.`;
}

const ofState = ({ field, before, after, by }: Api['StateChangeView']): string =>
  `${field}: ${before ?? 'nothing'} became ${after ?? 'nothing'}${by === null ? '' : ` (${by})`}`;

/** Those of the latest requests, as many as there are versions in between. */
function latest(items: readonly Api['StateChangeView'][], versions: number) {
  const acts = [...new Set(items.map(actOf))].slice(0, Math.max(1, versions));
  return items.filter((item) => acts.includes(actOf(item)));
}

const actOf = ({ requestId, recordedAt }: Api['StateChangeView']): string => requestId ?? recordedAt;

const listed = (told: readonly string[]): string =>
  told.length <= TOLD
    ? told.map((one) => `${one}.`).join(' ')
    : `${told
        .slice(-TOLD)
        .map((one) => `${one}.`)
        .join(' ')} And ${told.length - TOLD} more before.`;
