import type { EntityManager } from 'typeorm';
import { keyName } from './count-keys.js';
import { CountedForecast } from './counted-forecast.entity.js';
import { CountedScenario } from './counted-scenario.entity.js';
import { readCounts } from './counts.js';
import { keyOf, type TallyKey } from './tally-keys.js';
import type { Projection } from './projection.js';
import { storedProjections } from './projections.js';
import { REPEATED } from './scenario-outcomes.js';
import { emptyTally, storedTallies } from './tally-store.js';
import { Tally } from './tally.entity.js';
import { VIEWS } from './views.js';

/** One derived value that is not what the records give. */
export interface Found {
  /** The table, and which of its rows. */
  table: string;
  row: string;
  column: string;
  stored: unknown;
  expected: unknown;
}

type Row = Record<string, unknown>;

/** Compares the columns of two rows, either of which may be missing. */
export function differing(
  table: string,
  row: string,
  stored: object | undefined,
  expected: object | undefined,
): Found[] {
  const names = Object.keys(expected ?? stored ?? {});
  if (!stored || !expected)
    return [{ table, row, column: 'the whole row', stored: stored ?? null, expected: expected ?? null }];
  return names
    .filter((column) => (stored as Row)[column] !== (expected as Row)[column])
    .map((column) => ({
      ...{ table, row, column },
      stored: (stored as Row)[column],
      expected: (expected as Row)[column],
    }));
}

/** What scenarios repeat of other records. */
export function differingOutcomes(
  outcomes: readonly { id: string; stored: object; expected: object }[],
): Found[] {
  const only = (row: object) => Object.fromEntries(REPEATED.map((name) => [name, (row as Row)[name]]));
  return outcomes.flatMap(({ id, stored, expected }) =>
    differing('scenario', id, only(stored), only(expected)),
  );
}

/** How some scenarios and their forecasts stand counted. */
export async function differingProjections(
  manager: EntityManager,
  expected: readonly Projection[],
): Promise<Found[]> {
  const stored = await storedProjections(
    manager,
    expected.map(({ scenario }) => scenario.scenarioId),
  );
  return expected.flatMap(({ scenario, parts }) => {
    const { scenarioId } = scenario;
    const before = stored.get(scenarioId);
    const partsBefore = byPart(before?.parts ?? []);
    const partsAfter = byPart(parts);
    return [
      ...differing('counted_scenario', scenarioId, before?.scenario, scenario),
      ...[...new Set([...partsBefore.keys(), ...partsAfter.keys()])].flatMap((key) =>
        differing('counted_forecast', `${scenarioId} ${key}`, partsBefore.get(key), partsAfter.get(key)),
      ),
    ];
  });
}

const byPart = (parts: readonly CountedForecast[]): Map<string, CountedForecast> =>
  new Map(parts.map((part) => [`${part.forecasterId} ${part.part}`, part]));

/** Some complete tallies against those that stand. */
export async function differingTallies(manager: EntityManager, expected: readonly Tally[]): Promise<Found[]> {
  const stored = await storedTallies(manager, expected);
  return expected.flatMap((tally) => differingCounts(stored.get(keyOf(tally)) ?? emptyTally(tally), tally));
}

function differingCounts(stored: Tally, expected: Tally): Found[] {
  return VIEWS.filter((view) => stored[view] !== expected[view]).flatMap((view) => {
    const [before, after] = [countsOf(stored[view]), countsOf(expected[view])];
    const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => before.get(key) !== after.get(key),
    );
    return keys.map((key) => ({
      ...{ table: 'tally', row: keyOf(expected), column: `${view}: ${keyName(key)}` },
      stored: before.get(key) ?? 0,
      expected: after.get(key) ?? 0,
    }));
  });
}

function countsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  readCounts(text, (key, count) => counts.set(key, count));
  return counts;
}

const AT_ONCE = 5000;

/** Rows that nothing on record accounts for. @param seen the keys of all tallies that should be there */
export async function strays(manager: EntityManager, seen: ReadonlySet<string>): Promise<Found[]> {
  const found: Found[] = [];
  for (const entity of [CountedScenario, CountedForecast]) {
    const { tableName } = manager.connection.getMetadata(entity);
    const rows = await manager
      .createQueryBuilder()
      .select('r."scenarioId"', 'id')
      .distinct()
      .from(entity, 'r')
      .where('NOT EXISTS (SELECT 1 FROM "scenario" s WHERE s."id" = r."scenarioId")')
      .getRawMany<{ id: string }>();
    for (const { id } of rows) found.push(...differing(tableName, id, { scenarioId: id }, undefined));
  }
  let last: TallyKey = { groupId: '', class: 0, period: '' };
  for (;;) {
    const rows = await tallyKeysAfter(manager, last);
    for (const row of rows)
      if (!seen.has(keyOf(row))) found.push(...differing('tally', keyOf(row), row, undefined));
    if (rows.length < AT_ONCE) return found;
    last = rows.at(-1)!;
  }
}

function tallyKeysAfter(manager: EntityManager, last: TallyKey): Promise<TallyKey[]> {
  return manager
    .createQueryBuilder()
    .select(['groupId', 'class', 'period'].map((name) => `t."${name}" AS "${name}"`))
    .from(Tally, 't')
    .where('(t."groupId", t."class", t."period") > (:a, :b, :c)', {
      ...{ a: last.groupId, b: last.class, c: last.period },
    })
    .orderBy('t."groupId"')
    .addOrderBy('t."class"')
    .addOrderBy('t."period"')
    .limit(AT_ONCE)
    .getRawMany<TallyKey>();
}
