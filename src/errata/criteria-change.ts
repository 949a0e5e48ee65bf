import type { EntityManager } from 'typeorm';
import { EVERYTHING } from '../database/visibility.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { criteriaOf } from '../scenarios/criteria-store.js';
import type { CreateScenarioErratum } from './erratum.dto.js';

/**
 * A version of the criteria that was recorded as another question, and was the same one: what it ended counts again. Only
 * this way: what ends forecasts is a new version, under its own rules.
 *
 * @throws {Problem} criteria_unknown, erratum_not_allowed, validation_failed
 */
export async function criteriaChange(
  manager: EntityManager,
  scenarioId: string,
  { criteriaVersion: version, value }: CreateScenarioErratum,
): Promise<{ was: 'changed'; became: 'clarified' }> {
  if (version === undefined)
    throw invalid([{ field: 'criteriaVersion', message: 'must say which version of the criteria is meant' }]);
  if (value !== 'clarified')
    throw invalid([
      { field: 'value', message: 'must be clarified: another question is a new version of the criteria' },
    ]);
  const versions = (await criteriaOf(manager, [scenarioId], EVERYTHING)).get(scenarioId) ?? [];
  const criteria = versions.find((one) => one.version === version);
  if (!criteria)
    throw new Problem(
      'criteria_unknown',
      `There is no version ${version} of the criteria (criteriaVersion).`,
      {
        version,
      },
    );
  if (criteria.change === 'initial')
    throw new Problem(
      'erratum_not_allowed',
      'The first criteria changed no question, and ended no forecast.',
    );
  if (criteria.change === 'clarified')
    throw invalid([{ field: 'value', message: 'is what stands there already' }]);
  return { was: 'changed', became: 'clarified' };
}
