import type { CountingScope, ForecastFact } from '../../src/forecasts/counting.js';

/** A scenario that was settled on 21 June. */
export const scope: CountingScope = {
  ...{ zone: 'UTC', deadline: '2026-06-30', outcomeOn: '2026-06-21', outcomeAt: null, sinceCriteria: 0 },
};

/** A live forecast of a day in June, at noon unless an instant is given; archival where it was recorded later. */
export function forecast(
  seq: number,
  day: number | string,
  bp: number,
  more: Partial<ForecastFact> = {},
): ForecastFact {
  const statedAt = typeof day === 'string' ? day : `2026-06-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  return {
    ...{ seq, probabilityBp: bp, statedAt, recordedAt: statedAt, archival: false, reconstructed: false },
    ...{ criteriaVersion: null, withdrawnAt: null, ...more },
  };
}
/** Recorded after that. */
export const later = { archival: true, recordedAt: '2026-06-25T09:00:00.000Z' };
