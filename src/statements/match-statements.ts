import { assign } from './assign.js';
import {
  compareRead,
  type Comparison,
  type Difference,
  type ReadForComparison,
  readForComparison,
  RELATED,
} from './compare-statements.js';

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
  const drafts = draft.map(readStated);
  const compared: Comparison[][] = [];
  for (const one of onRecord) {
    await pause();
    const was = readStated(one);
    compared.push(drafts.map((now) => compareReadStated(was, now)));
  }
  const weights = compared.map((row) => row.map(weightOf));
  return assign(weights).flatMap((now, was) => (now === null ? [] : [{ was, now, ...compared[was]![now]! }]));
}

/** Of two scenarios: of their statements, and whether premise, kind and term are others. */
export const compareStated = (was: Stated, now: Stated): Comparison =>
  compareReadStated(readStated(was), readStated(now));

interface ReadStated extends Stated {
  read: ReadForComparison;
  readPremise: ReadForComparison | null;
}

const readStated = (stated: Stated): ReadStated => ({
  ...stated,
  read: readForComparison(stated.statement),
  readPremise: stated.premise === null ? null : readForComparison(stated.premise),
});

function compareReadStated(was: ReadStated, now: ReadStated): Comparison {
  const { similarity, differs, same } = compareRead(was.read, now.read);
  const further: Difference[] = [
    ...(premisesAgree(was.readPremise, now.readPremise)
      ? []
      : [{ what: 'premise', was: was.premise ?? '', now: now.premise ?? '' }]),
    ...(was.kind === now.kind ? [] : [{ what: 'kind', was: was.kind, now: now.kind }]),
    ...(was.term === now.term ? [] : [{ what: 'term', was: was.term, now: now.term }]),
  ];
  return { similarity, differs: [...differs, ...further], same: same && further.length === 0 };
}

const premisesAgree = (was: ReadForComparison | null, now: ReadForComparison | null): boolean =>
  was === null || now === null ? was === now : was.statement === now.statement || compareRead(was, now).same;

/** Among equally close ones, the same claim comes before another. */
const weightOf = ({ similarity, differs }: Comparison): number =>
  similarity < RELATED ? 0 : similarity / (1 + differs.length / 4);
