import { assembleReport, type Report, type ReportInput } from '../calibration/index.js';
import { contribute } from '../tallies/contribution.js';
import { KEYS } from '../tallies/count-keys.js';
import { fateOf } from '../tallies/fate.js';
import { FIRST_DAY, LAST_DAY } from '../tallies/periods.js';
import { countForecaster, countScenario, type ScenarioFacts } from '../tallies/projection.js';
import { bitOf, isWeighted, viewOf } from '../tallies/views.js';
import { type Disputes, disputedFacts, NO_DISPUTES } from './disputes.js';
import { type Filters, selectionOf } from './filters.js';
import type { PublicRecord, RecordForecast, RecordScenario } from './public-record.js';
import { reportInput } from './report-input.js';

/**
 * Counts a record scenario by scenario, by the functions that keep the tallies: what they come to is the report that the
 * API gives of the same record. Pure, so the browser counts as the server does; memory does not grow with the record.
 */
export class RecordCounter {
  private readonly counts = new Float64Array(KEYS);
  private readonly view;

  /** @param asOf the instant of the record: what is overdue by then is */
  constructor(
    private readonly asOf: string,
    private readonly filters: Filters,
    private readonly disputes: Disputes = NO_DISPUTES,
  ) {
    this.view = viewOf(filters.vantage ?? 'first', filters.records ?? 'live');
  }

  add(scenario: RecordScenario): void {
    const facts = disputedFacts(scenario, this.asOf, this.disputes);
    if (facts === null || !isSelected(facts, this.filters)) return;
    const counted = countScenario(facts, this.asOf);
    if (!isWithin(counted.day, this.filters)) return;
    const forecasts = this.forecastsOf(scenario);
    if (this.filters.forecaster !== undefined && forecasts.size === 0) return;
    const scope = { ...facts, sinceCriteria: scenario.sinceCriteria };
    const parts = [...forecasts].flatMap(([who, own]) => countForecaster(counted, who, own, scope));
    const bit = bitOf(this.view);
    contribute(facts.term, fateOf(counted.fate), parts, (views, key, by) => {
      if ((views & bit) !== 0) this.counts[key]! += by;
    });
  }

  report(luck?: ReportInput['luck']): Report {
    return assembleReport({
      selection: selectionOf(this.filters),
      ...reportInput(this.counts, isWeighted(this.view)),
      ...(luck !== undefined && { luck }),
    });
  }

  /** By forecaster, without those that are left out. */
  private forecastsOf(scenario: RecordScenario) {
    const by = new Map<string, (RecordForecast & { seq: number })[]>();
    for (const [seq, forecast] of scenario.forecasts.entries()) {
      const { forecaster } = forecast;
      if (this.filters.forecaster !== undefined && this.filters.forecaster !== forecaster) continue;
      if (this.disputes.forecasters.includes(forecaster)) continue;
      by.set(forecaster, [...(by.get(forecaster) ?? []), { ...forecast, seq }]);
    }
    return by;
  }
}

/**
 * The report of a record, as recorded or as a reader would have it.
 *
 * @param filters further ones than those that the record was made with
 */
export function reportOfRecord(
  record: Pick<PublicRecord, 'asOf' | 'filters' | 'scenarios'>,
  filters: Filters = {},
  disputes: Disputes = NO_DISPUTES,
  luck?: ReportInput['luck'],
): Report {
  const counter = new RecordCounter(record.asOf, { ...filters, ...record.filters }, disputes);
  for (const scenario of record.scenarios) counter.add(scenario);
  return counter.report(luck);
}

const isSelected = (facts: ScenarioFacts, { topic, kind, term, testability }: Filters): boolean =>
  (topic === undefined || facts.topicId === topic) &&
  (kind === undefined || facts.kind === kind) &&
  (term === undefined || facts.term === term) &&
  (testability === undefined || facts.testability === testability);

/** What has no day is in all-time reports only. */
const isWithin = (day: string, { from, to }: Filters): boolean =>
  (from === undefined && to === undefined) || (day >= (from ?? FIRST_DAY) && day <= (to ?? LAST_DAY));
