/** What is to be judged, as the desk reads it: without forecasts and scores, until they are asked for. */
import type { Forecast, Scenario } from '../../data.js';
import { type Api, ask } from '../api.js';

/** A scenario as the public components know it; `version` is what a change is held against. */
export type BlindRecord = Scenario & { version: number; recordedAt: string };

export type Suggested = Api['SuggestedEvent'];
export type QueueEntry = Api['QueueItem'];

const NOTHING_SHOWN = { forecasts: [], scores: [], scoresOverTime: [], crowd: [], links: [] };

export const readBlind = async (id: string): Promise<BlindRecord> => ({
  ...NOTHING_SHOWN,
  ...(await ask<BlindRecord>(`scenarios/${encodeURIComponent(id)}?blind=true`)),
});

/** Asks to be shown the forecasts; that they were shown goes on record. */
export const showForecasts = async (id: string): Promise<Forecast[]> =>
  (await ask<{ forecasts: Forecast[] }>(`scenarios/${encodeURIComponent(id)}/shown`, { body: {} })).forecasts;

/** Today in a zone, as a day. */
export const todayIn = (zone: string, now: Date = new Date()): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  }).formatToParts(now);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
};
