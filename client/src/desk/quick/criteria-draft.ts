import type { Api } from '../api.js';

/** What would have to be seen, as it is being written. */
export interface CriteriaDraft {
  criteria: string;
  /** edge cases, with whether each would count */
  answers: Record<string, boolean>;
}

/** Said where edge cases are answered and nothing else is. */
export const BARE_CRITERIA = 'As the statement says, with these cases at its edge.';

/** What the API takes as criteria; undefined where nothing is said. */
export function criteriaOf({
  criteria = '',
  answers = {},
}: Partial<CriteriaDraft>): Api['CriteriaInput'] | undefined {
  const edgeCases = Object.entries(answers).map(([name, counts]) => ({ case: name, counts }));
  const text = criteria.trim() || (edgeCases.length > 0 ? BARE_CRITERIA : '');
  return text ? { text, edgeCases } : undefined;
}
