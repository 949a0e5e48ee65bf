import { type EntityManager, In } from 'typeorm';
import { shownName } from '../accounts/names.js';
import { errataOf, corrected } from '../amendments/errata.js';
import { erratumView } from '../amendments/erratum.dto.js';
import { bpToProbability } from '../calibration/index.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { words } from '../texts/texts.js';
import type { CountingScope } from './counting.js';
import { standingOf } from './counting.js';
import type { ForecastView } from './forecast.dto.js';
import { Forecast, Withdrawal } from './forecast.entity.js';

/**
 * The forecasts of a scenario as they are shown: in the order of record, errata applied and listed.
 *
 * @param scope a forecast let through as live falls back to archival where the outcome came first
 * @param desk whether they are shown to the desk
 */
export async function forecastViews(
  manager: EntityManager,
  scenarioId: string,
  scope: CountingScope,
  desk: boolean,
): Promise<ForecastView[]> {
  const rows = await manager.find(Forecast, {
    where: { scenario: { id: scenarioId } },
    relations: {
      forecaster: true,
      rationale: true,
      words: true,
      quote: true,
      converter: true,
      loggedBy: true,
    },
    order: { seq: 'ASC' },
  });
  const ids = rows.map((row) => row.id);
  const errata = await errataOf(manager, ids);
  const withdrawals = await manager.find(Withdrawal, {
    where: { forecastId: In(ids) },
    relations: { reason: true },
  });
  return rows.map((row) => {
    const own = errata.get(row.id);
    const withdrawal = withdrawals.find((one) => one.forecastId === row.id);
    const probabilityBp = Number(corrected(own, 'probability', String(row.probabilityBp)));
    const statedAt = corrected(own, 'statedAt', row.statedAt);
    const fact = {
      ...{ seq: row.seq, probabilityBp, statedAt, recordedAt: row.recordedAt },
      ...{ archival: row.archival === 1, reconstructed: row.reconstructed === 1 },
      ...{ criteriaVersion: row.criteriaVersion, withdrawnAt: withdrawal?.recordedAt ?? null },
    };
    return {
      id: row.id,
      forecaster: forecasterRef(row.forecaster),
      probability: bpToProbability(probabilityBp),
      statedAt,
      recordedAt: row.recordedAt,
      archival: fact.archival || standingOf(fact, scope) === 'archival',
      reconstructed: fact.reconstructed,
      reconstruction:
        row.words === null
          ? null
          : { words: words(row.words), quote: words(row.quote), converter: words(row.converter) ?? '' },
      loggedBy: shownName(row.loggedBy, desk),
      rationale: words(row.rationale),
      criteriaVersion: row.criteriaVersion,
      withdrawn: withdrawal ? { recordedAt: withdrawal.recordedAt, reason: words(withdrawal.reason) } : null,
      errata: (own ?? []).map((erratum) => erratumView(erratum)),
    };
  });
}
