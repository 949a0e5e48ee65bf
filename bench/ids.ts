import type { Plan } from './plan.js';
import { ACCOUNTS, FORECASTERS, TOPICS } from './world.js';

/** Kinds of records, as they stand in ids. */
const MARK = {
  ...{ account: 1, topic: 2, forecaster: 3, text: 4, scenario: 5, criteria: 6, forecast: 7 },
  ...{ withdrawal: 8, event: 9, standing: 10, evidence: 11, resolution: 12, ground: 13, testability: 14 },
} as const;
export type Marked = keyof typeof MARK;

export const BEGINNING = '2000-01-01T00:00:00.000Z';

/** An id of the form that the product gives (UUIDv7: first the time), but the same in every run. */
export function idOf(what: Marked, number: number, at = BEGINNING): string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const mark = MARK[what].toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${mark}-8000-${number.toString(16).padStart(12, '0')}`;
}

export type Who = keyof typeof ACCOUNTS;
const WHO = Object.keys(ACCOUNTS) as Who[];
export const ACCOUNT_IDS = new Map(WHO.map((who, index) => [who, idOf('account', index)]));
export const TOPIC_IDS = Array.from({ length: TOPICS }, (_, index) => idOf('topic', index));
export const FORECASTER_IDS = Array.from({ length: FORECASTERS }, (_, index) => idOf('forecaster', index));
export const accountId = (who: Who): string => ACCOUNT_IDS.get(who)!;
export const scenarioId = ({ number, openedAt }: Pick<Plan, 'number' | 'openedAt'>): string =>
  idOf('scenario', number, openedAt);
