import type { EntityManager } from 'typeorm';
import { assembleReport, PAIR_WEIGHT, type Report, sharedSums } from '../../src/calibration/index.js';
import { countForecasts } from '../../src/forecasts/counting.js';
import { loadForecasts } from '../../src/forecasts/forecast-facts.js';
import { sinceCriteria } from '../../src/scenarios/criteria-store.js';
import { Scenario } from '../../src/scenarios/scenario.entity.js';
import { type Filters, selectionOf } from '../../src/track-records/filters.js';

const LEADS = [0, 7, 30, 90, 365, Infinity];
const TERMS = ['short', 'medium', 'long'];

/**
 * The report by its definitions, straight from the records, one scenario and forecast at a time: what the tallies must
 * come to, whatever way they went. It shares the counting of a pair and the engine with the product, and nothing else.
 */
export async function reportFromRecords(
  manager: EntityManager,
  filters: Filters,
  sight: { desk: boolean; now: string },
): Promise<Report> {
  const vantage = filters.vantage ?? 'first';
  const records = filters.records ?? 'live';
  const weighted = vantage === 'timeWeighted';
  const unit = weighted ? 1 : PAIR_WEIGHT;
  const scenarios = await manager.find(Scenario, { relations: { topic: true } });
  const slugs = new Map(
    (await manager.query<{ id: string; slug: string }[]>('SELECT "id", "slug" FROM "forecaster"')).map(
      ({ id, slug }) => [id, slug],
    ),
  );
  const tally = new Map<number, { n: number; occurred: number }>();
  const lead = LEADS.slice(1).map(() => ({ n: 0, gaps: 0 }));
  const terms = new Map(TERMS.map((term) => [term, { term, n: 0, late: 0, early: 0 }]));
  const counts = {
    ...{ scenarios: 0, scenariosOccurred: 0, unscored: 0, open: 0, overdue: 0, annulled: 0, withdrawn: 0 },
    ...{ judged: 0, selfResolved: 0, resolvedEarly: 0, undated: 0 },
  };
  const doubt = { judgedBetter: 0, judgedWorse: 0, unsettled: { n: 0, best: 0, worst: 0 } };
  const together: number[][] = [];
  let pairs = 0;

  for (const scenario of scenarios) {
    const { state, deadline, outcomeOn, occurred } = scenario;
    const isOpen = state === 'open';
    const day = isOpen ? deadline : outcomeOn;
    if (filters.topic && scenario.topic.slug !== filters.topic) continue;
    if (filters.kind && scenario.kind !== filters.kind) continue;
    if (filters.term && scenario.term !== filters.term) continue;
    if (filters.testability && scenario.testability !== filters.testability) continue;
    if (filters.from && (day === null || day < filters.from)) continue;
    if (filters.to && (day === null || day > filters.to)) continue;
    if (!sight.desk && (scenario.publicAt === null || scenario.publicAt > sight.now)) continue;

    const forecasts = (await loadForecasts(manager, [scenario.id])).filter(
      (one) => !filters.forecaster || slugs.get(one.forecasterId) === filters.forecaster,
    );
    if (filters.forecaster && forecasts.length === 0) continue;
    const scope = {
      ...{ zone: scenario.zone, deadline, outcomeOn, outcomeAt: scenario.outcomeAt },
      sinceCriteria: (await sinceCriteria(manager, [scenario.id])).get(scenario.id) ?? 0,
    };
    const parts = [...new Set(forecasts.map((one) => one.forecasterId))].flatMap((forecaster) =>
      countForecasts(
        forecasts.filter((one) => one.forecasterId === forecaster),
        scope,
      ).filter((part) => part.vantage === vantage && part.records === records),
    );
    if (isOpen && scenario.closesAt > sight.now) counts.open += 1;
    else if (state !== 'resolved') {
      counts[isOpen ? 'overdue' : 'annulled'] += 1;
      for (const { probabilityBp: bp, weight } of parts) {
        doubt.unsettled.n += weight / unit;
        doubt.unsettled.best += (weight / unit) * Math.min(bp, 10_000 - bp) ** 2;
        doubt.unsettled.worst += (weight / unit) * Math.max(bp, 10_000 - bp) ** 2;
      }
    } else if (parts.length > 0) {
      const isJudged = scenario.basis === 'judged';
      const isEarly = outcomeOn !== null && outcomeOn < deadline;
      counts.scenarios += 1;
      counts.scenariosOccurred += occurred!;
      together.push(parts.map((part) => part.probabilityBp));
      counts.judged += Number(isJudged);
      counts.selfResolved += scenario.selfResolved;
      counts.resolvedEarly += Number(isEarly);
      counts.undated += Number(outcomeOn === null);
      for (const { probabilityBp: bp, weight, leadDays, withdrawn } of parts) {
        const n = weight / unit;
        const gap = Math.abs(10_000 * occurred! - bp) ** 2;
        const before = tally.get(bp) ?? { n: 0, occurred: 0 };
        tally.set(bp, { n: before.n + n, occurred: before.occurred + n * occurred! });
        const bucket =
          lead[LEADS.findIndex((from, index) => leadDays >= from && leadDays < LEADS[index + 1]!)]!;
        bucket.n += n;
        bucket.gaps += n * gap;
        pairs += weight / PAIR_WEIGHT;
        if (withdrawn) counts.withdrawn += weight / PAIR_WEIGHT;
        const term = terms.get(scenario.term)!;
        term.n += weight / PAIR_WEIGHT;
        if (scenario.lateOn !== null) term.late += weight / PAIR_WEIGHT;
        if (isEarly) term.early += weight / PAIR_WEIGHT;
        if (isJudged) {
          doubt.judgedBetter += n * (gap - Math.min(bp, 10_000 - bp) ** 2);
          doubt.judgedWorse += n * (Math.max(bp, 10_000 - bp) ** 2 - gap);
        }
      }
    } else counts.unscored += 1;
  }
  return assembleReport({
    selection: selectionOf(filters),
    shared: sharedSums(together),
    ...{ weighted, pairs: Math.round(pairs), tally, doubt, luck: null },
    counts: { ...counts, withdrawn: Math.round(counts.withdrawn) },
    leadTime: lead.map((bucket, index) => ({
      ...bucket,
      fromDays: LEADS[index]!,
      toDays: index === lead.length - 1 ? null : LEADS[index + 1]!,
    })),
    terms: [...terms.values()]
      .filter(({ n }) => n > 0)
      .map(({ term, n, late, early }) => ({
        ...{ term, n: Math.round(n), late: Math.round(late), early: Math.round(early) },
      })),
  });
}
