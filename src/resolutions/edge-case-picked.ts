import type { EntityManager } from 'typeorm';
import { EVERYTHING } from '../database/visibility.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { criteriaOf } from '../scenarios/criteria-store.js';
import type { CriteriaView } from '../scenarios/scenario.dto.js';
import { storeOptional } from '../texts/texts.js';
import type { Outcome, Resolution } from './resolution.entity.js';

/** What a judgement says of the criteria that it goes by. */
export interface GoesBy {
  outcome: Outcome;
  criteriaVersion?: number;
  edgeCase?: number;
  noEdgeCase?: string;
}

/**
 * The version of the criteria that a judgement goes by, and the row of their table that decided, as they are put on record:
 * the latest version unless another is named; no row where none was said.
 *
 * @throws {Problem} criteria_unknown, and what `mustFit` refuses
 */
export async function judgedCriteria(
  manager: EntityManager,
  scenarioId: string,
  judgement: GoesBy,
): Promise<Pick<Resolution, 'criteriaVersion' | 'edgeCase' | 'noEdgeCase'>> {
  const versions = (await criteriaOf(manager, [scenarioId], EVERYTHING)).get(scenarioId) ?? [];
  const criteria = versionNamed(versions, judgement.criteriaVersion);
  mustFit(criteria, judgement);
  return {
    criteriaVersion: criteria?.version ?? null,
    edgeCase: judgement.edgeCase ?? null,
    noEdgeCase: await storeOptional(manager, judgement.noEdgeCase),
  };
}

function versionNamed(
  versions: readonly CriteriaView[],
  version: number | undefined,
): CriteriaView | undefined {
  if (version === undefined) return versions.at(-1);
  const named = versions.find((one) => one.version === version);
  if (!named)
    throw new Problem(
      'criteria_unknown',
      versions.length === 0
        ? 'The scenario has no criteria, so none can have been judged (criteriaVersion).'
        : `There is no version ${version} of the criteria; the latest is ${versions.length} (criteriaVersion).`,
      { versions: versions.map((one) => one.version) },
    );
  return named;
}

/**
 * Edge cases decide: a row that is named stands in the table and says what the outcome says.
 *
 * @throws {Problem} edge_case_unknown, edge_case_contradicts, validation_failed
 */
export function mustFit(criteria: CriteriaView | undefined, judgement: GoesBy): void {
  const { outcome, edgeCase, noEdgeCase } = judgement;
  if (edgeCase === undefined && noEdgeCase === undefined) return;
  const field = edgeCase === undefined ? 'noEdgeCase' : 'edgeCase';
  if (edgeCase !== undefined && noEdgeCase !== undefined)
    throw invalid([{ field: 'noEdgeCase', message: 'says that no row fits, and edgeCase names one' }]);
  if (outcome !== 'occurred' && outcome !== 'not_occurred')
    throw invalid([{ field, message: 'is for what occurred or did not occur' }]);
  const rows = criteria?.edgeCases ?? [];
  if (rows.length === 0)
    throw invalid([{ field, message: 'has no table to speak of: the criteria judged have no edge cases' }]);
  if (edgeCase === undefined) return;
  const row = rows[edgeCase - 1];
  if (!row)
    throw new Problem(
      'edge_case_unknown',
      `The table of version ${criteria!.version} has ${rows.length} row(s), counted from 1; there is no row ${edgeCase} (edgeCase).`,
      { edgeCases: rows },
    );
  if (row.counts !== (outcome === 'occurred'))
    throw new Problem(
      'edge_case_contradicts',
      `Row ${edgeCase} of the edge cases, “${row.case}”, ${row.counts ? 'counts' : 'does not count'}: by it the outcome is ` +
        `${row.counts ? 'occurred' : 'not_occurred'}. Name another row, or say why none fits (noEdgeCase).`,
      { edgeCase: { ordinal: edgeCase, ...row } },
    );
}
