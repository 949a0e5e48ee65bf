import type { EntityManager } from 'typeorm';
import { corrected, errataOf } from '../amendments/errata.js';
import type { ForecastFact } from './counting.js';
import { Forecast, Withdrawal } from './forecast.entity.js';

/** A forecast as it counts, and who made and logged it. */
export interface LoadedForecast extends ForecastFact {
  id: string;
  forecasterId: string;
  loggedById: string;
}

interface Row {
  seq: number;
  id: string;
  forecasterId: string;
  loggedById: string;
  probabilityBp: number;
  statedAt: string;
  recordedAt: string;
  archival: number;
  reconstructed: number;
  criteriaVersion: number | null;
  withdrawnAt: string | null;
}

/** The forecasts of a scenario (of one forecaster, if named) with errata and withdrawals applied. */
export async function loadForecasts(
  manager: EntityManager,
  scenarioId: string,
  forecasterId?: string,
): Promise<LoadedForecast[]> {
  const query = manager
    .createQueryBuilder(Forecast, 'f')
    .leftJoin(Withdrawal, 'w', 'w."forecastId" = f."id"')
    .select(
      [
        'seq',
        'id',
        'forecasterId',
        'loggedById',
        'probabilityBp',
        'statedAt',
        'recordedAt',
        'archival',
        'reconstructed',
      ]
        .concat('criteriaVersion')
        .map((column) => `f."${column}" AS "${column}"`),
    )
    .addSelect('w."recordedAt"', 'withdrawnAt')
    .where('f."scenarioId" = :scenarioId', { scenarioId })
    .orderBy('f."seq"');
  if (forecasterId) query.andWhere('f."forecasterId" = :forecasterId', { forecasterId });
  const rows = await query.getRawMany<Row>();
  const errata = await errataOf(
    manager,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const own = errata.get(row.id);
    return {
      ...row,
      probabilityBp: Number(corrected(own, 'probability', String(row.probabilityBp))),
      statedAt: corrected(own, 'statedAt', row.statedAt),
      archival: row.archival === 1,
      reconstructed: row.reconstructed === 1,
    };
  });
}
