import { type EntityManager, In, Raw } from 'typeorm';
import { corrected, errataWhere } from '../amendments/errata.js';
import type { ForecastFact } from './counting.js';
import { Forecast, Withdrawal } from './forecast.entity.js';

/** A forecast as it counts, and who made and logged it. */
export interface LoadedForecast extends ForecastFact {
  id: string;
  scenarioId: string;
  forecasterId: string;
  loggedById: string;
}

interface Row {
  seq: number;
  id: string;
  scenarioId: string;
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

/** The forecasts of some scenarios (of one forecaster, if named) with errata and withdrawals applied. */
export async function loadForecasts(
  manager: EntityManager,
  scenarioIds: readonly string[],
  forecasterIds?: readonly string[],
): Promise<LoadedForecast[]> {
  const query = manager
    .createQueryBuilder(Forecast, 'f')
    .leftJoin(Withdrawal, 'w', 'w."forecastId" = f."id"')
    .select(
      [
        'seq',
        'id',
        'scenarioId',
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
    .where({ scenario: In([...scenarioIds]) })
    .orderBy('f."seq"');
  if (forecasterIds) query.andWhere('f."forecasterId" IN (:...forecasterIds)', { forecasterIds });
  const rows = await query.getRawMany<Row>();
  const errata = await errataWhere(manager, {
    subjectId: Raw((id) => `${id} IN (SELECT "id" FROM "forecast" WHERE "scenarioId" IN (:...scenarioIds))`, {
      scenarioIds,
    }),
  });
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
