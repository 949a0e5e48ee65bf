import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { In } from 'typeorm';
import { bpToProbability } from '../calibration/index.js';
import { Database } from '../database/write-gate.js';
import { standingOf } from '../forecasts/counting.js';
import { Forecast } from '../forecasts/forecast.entity.js';
import { type LoadedForecast, loadForecasts } from '../forecasts/forecast-facts.js';
import type { Viewer } from '../http/viewer.js';
import { sinceCriteria } from '../scenarios/criteria-store.js';
import { defused } from '../pages/data/csv.js';
import { words } from '../texts/texts.js';
import type { MyForecast } from './mine.dto.js';

const AT_A_TIME = 500;

const COLUMNS: (keyof MyForecast)[] = [
  ...(['forecastId', 'scenarioId', 'topic', 'kind', 'term', 'statement', 'premise', 'forecaster'] as const),
  ...(['probability', 'statedAt', 'recordedAt', 'archival', 'reconstructed', 'withdrawnAt'] as const),
  ...(['rationale', 'deadline', 'state', 'outcome', 'outcomeOn', 'countsAs', 'brierScore'] as const),
];

/** All that was logged for the forecasters of an account, in the order of record; read a part at a time. */
@Injectable()
export class MyExports {
  constructor(private readonly database: Database) {}

  /** What would be a formula in a spreadsheet gets an apostrophe before it. */
  async *csv(viewer: Viewer): AsyncGenerator<string> {
    yield stringify([COLUMNS]);
    for await (const rows of this.parts(viewer))
      yield stringify(
        rows.map((row) => COLUMNS.map((column) => row[column])),
        { cast: { boolean: (value) => (value ? 'yes' : 'no'), string: defused } },
      );
  }

  async *json(viewer: Viewer): AsyncGenerator<string> {
    let before = '{"forecasts":[\n';
    for await (const rows of this.parts(viewer)) {
      yield before + rows.map((row) => JSON.stringify(row)).join(',\n');
      before = ',\n';
    }
    yield `${before === ',\n' ? '' : before}\n]}\n`;
  }

  private async *parts({ mayLogFor }: Viewer): AsyncGenerator<MyForecast[]> {
    const manager = this.database.read;
    for (let last = 0; ;) {
      const query = manager
        .createQueryBuilder(Forecast, 'f')
        .innerJoinAndSelect('f.forecaster', 'forecaster')
        .innerJoinAndSelect('f.scenario', 'scenario')
        .innerJoinAndSelect('scenario.topic', 'topic')
        .innerJoinAndSelect('scenario.statement', 'statement')
        .leftJoinAndSelect('scenario.premise', 'premise')
        .leftJoinAndSelect('f.rationale', 'rationale')
        .where('f.seq > :last', { last })
        .orderBy('f.seq')
        .limit(AT_A_TIME);
      if (mayLogFor !== '*') query.andWhere({ forecaster: { slug: In(mayLogFor) } });
      const rows = await query.getMany();
      if (rows.length === 0) return;
      const ids = [...new Set(rows.map(({ scenario }) => scenario.id))];
      const facts = new Map((await loadForecasts(manager, ids)).map((one) => [one.id, one]));
      const since = await sinceCriteria(manager, ids);
      yield rows.map((row) => mine(row, facts.get(row.id)!, since.get(row.scenario.id) ?? 0));
      last = rows.at(-1)!.seq;
    }
  }
}

function mine(row: Forecast, fact: LoadedForecast, sinceCriteria: number): MyForecast {
  const { scenario } = row;
  const countsAs = standingOf(fact, { ...scenario, sinceCriteria });
  const probability = bpToProbability(fact.probabilityBp);
  const isScored = scenario.state === 'resolved' && scenario.occurred !== null && countsAs !== null;
  return {
    ...{ forecastId: row.id, scenarioId: scenario.id, topic: scenario.topic.slug },
    ...{ kind: scenario.kind, term: scenario.term, statement: words(scenario.statement) },
    ...{ premise: words(scenario.premise), forecaster: row.forecaster.slug, probability },
    ...{ statedAt: fact.statedAt, recordedAt: fact.recordedAt, archival: fact.archival },
    ...{ reconstructed: fact.reconstructed, withdrawnAt: fact.withdrawnAt, rationale: words(row.rationale) },
    ...{ deadline: scenario.deadline, state: scenario.state },
    outcome: scenario.occurred === null ? null : scenario.occurred === 1 ? 'occurred' : 'not_occurred',
    ...{ outcomeOn: scenario.outcomeOn, countsAs },
    brierScore: isScored ? (fact.probabilityBp - scenario.occurred! * 10_000) ** 2 / 1e8 : null,
  };
}
