import type { INestApplicationContext } from '@nestjs/common';
import { assembleReport, NO_DOUBT, type Tally, tallyOf } from '../src/calibration/index.js';
import { Database } from '../src/database/write-gate.js';
import { sample, type Thoroughness, type Timing } from './sampling.js';

/** The report of everything without tallies. */
export interface Baselines {
  /** All counted rows are read and folded here; null where they would not fit in memory. */
  fold: Timing | null;
  /** The database groups them by probability. */
  groupBy: Timing;
}

const FITS = 1_500_000;

/** Live first forecasts of resolved scenarios, as `views`, `fate` and `class` encode them. */
const COUNTED = `FROM "counted_forecast" WHERE ("views" & 1) <> 0 AND ("fate" & 7) = 0`;

export async function measureBaselines(
  app: INestApplicationContext,
  size: number,
  { slowest }: Thoroughness,
): Promise<Baselines> {
  const { read } = app.get(Database, { strict: false });
  const times = size < 100_000 ? slowest * 5 : slowest;
  const fold = async () => {
    const rows = await read.query<{ probabilityBp: number; fate: number }[]>(
      `SELECT "probabilityBp", "fate" ${COUNTED}`,
    );
    return reportOf(tallyOf(rows.map((row) => [row.probabilityBp, (row.fate & 8) !== 0])));
  };
  const groupBy = async () => {
    const rows = await read.query<{ bp: number; n: number; occurred: number }[]>(
      `SELECT "probabilityBp" AS bp, COUNT(*) AS n, SUM(("fate" & 8) / 8) AS occurred ${COUNTED} GROUP BY "probabilityBp"`,
    );
    return reportOf(
      new Map(rows.map(({ bp, n, occurred }) => [bp, { n: Number(n), occurred: Number(occurred) }])),
    );
  };
  return {
    fold: size <= FITS ? await sample(times, fold) : null,
    groupBy: await sample(times, groupBy),
  };
}

/** A report of a tally alone, without what is drawn a thousand times. */
export function reportOf(tally: Tally): unknown {
  const counts = {
    ...{ scenarios: 0, scenariosOccurred: 0, unscored: 0, open: 0, overdue: 0, annulled: 0, withdrawn: 0 },
    ...{ judged: 0, selfResolved: 0, resolvedEarly: 0, undated: 0 },
  };
  const none = { counts, doubt: NO_DOUBT, leadTime: [], terms: [], luck: null };
  return assembleReport({ selection: { text: 'everything' }, tally, ...none });
}
