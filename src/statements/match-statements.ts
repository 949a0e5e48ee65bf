import { assign } from './assign.js';
import { compareStatements, type Comparison, type Difference, RELATED } from './compare-statements.js';
import { type StatementFeatures, statementFeatures } from './statement-features.js';

/** What a scenario says. */
export interface Stated {
  kind: string;
  term: string;
  premise: string | null;
  statement: string;
}

export interface StatementMatch extends Comparison {
  /** Its place among the scenarios on record, and among those of the new text. */
  was: number;
  now: number;
}

/**
 * Pairs the scenarios on record with those of a new text, one to one, so that the pairs are most alike in sum. Scenarios
 * that are about different things stay without a pair.
 *
 * @param pause is awaited between one on record and the next: many take a while
 */
export async function matchStatements(
  onRecord: readonly Stated[],
  draft: readonly Stated[],
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<StatementMatch[]> {
  const known = new Map<string, StatementFeatures>();
  const read = (statement: string): StatementFeatures => {
    const features = known.get(statement) ?? statementFeatures(statement);
    known.set(statement, features);
    return features;
  };
  const compared: Comparison[][] = [];
  for (const was of onRecord) {
    await pause();
    compared.push(draft.map((now) => compareStated(was, now, read)));
  }
  const weights = compared.map((row) => row.map(weightOf));
  return assign(weights).flatMap((now, was) => (now === null ? [] : [{ was, now, ...compared[was]![now]! }]));
}

/** Of two scenarios: of their statements, and whether premise, kind and term are others. */
export function compareStated(was: Stated, now: Stated, read = statementFeatures): Comparison {
  const { similarity, differs, same } = compareStatements(was.statement, now.statement, read);
  const further: Difference[] = [
    ...(premisesAgree(was.premise, now.premise)
      ? []
      : [{ what: 'premise', was: was.premise ?? '', now: now.premise ?? '' }]),
    ...(was.kind === now.kind ? [] : [{ what: 'kind', was: was.kind, now: now.kind }]),
    ...(was.term === now.term ? [] : [{ what: 'term', was: was.term, now: now.term }]),
  ];
  return { similarity, differs: [...differs, ...further], same: same && further.length === 0 };
}

const premisesAgree = (was: string | null, now: string | null): boolean =>
  was === null || now === null ? was === now : was === now || compareStatements(was, now).same;

/** Among equally close ones, the same claim comes before another. */
const weightOf = ({ similarity, differs }: Comparison): number =>
  similarity < RELATED ? 0 : similarity / (1 + differs.length / 4);
