import { giveWay } from '../database/event-loop.js';
import { compareStated, matchStatements, type Stated } from '../statements/index.js';
import { fold } from '../texts/texts.js';
import type { BriefingDifferences, DraftScenario, ScenarioOnRecord } from './edition.dto.js';

/** What a text says of one scenario, beside what is on record. */
export interface ComparedScenario {
  /** Its place among the scenarios of the text, from 0. */
  index: number;
  draft: DraftScenario;
  onRecord: ScenarioOnRecord | null;
  standing: 'unchanged' | 'newProbability' | 'reworded' | 'new';
}

export interface ComparedEdition {
  /** In the order of the text. */
  scenarios: ComparedScenario[];
  /** On record, open, and not in the text. */
  dropped: ScenarioOnRecord[];
}

/**
 * Compares by kind, term, premise and statement, letter case and spacing aside; what is then left on both sides is paired
 * by how alike the statements are. What has been judged already is not dropped where a text leaves it out.
 */
export async function compareEdition(
  onRecord: readonly ScenarioOnRecord[],
  draft: readonly DraftScenario[],
): Promise<ComparedEdition> {
  const left = new Set(onRecord);
  const exact = draft.map((one) => {
    const known = [...left].find((candidate) => key(candidate) === key(one)) ?? null;
    if (known) left.delete(known);
    return known;
  });
  const rest = [...left];
  const unpaired = draft.flatMap((one, index) => (exact[index] ? [] : [{ one, index }]));
  const texts = unpaired.map(({ one }) => one);
  const matches = await matchStatements(rest, texts, giveWay);
  const reworded = new Map(matches.map(({ was, now }) => [unpaired[now]!.index, rest[was]!]));
  for (const known of reworded.values()) left.delete(known);
  return {
    scenarios: draft.map((one, index) =>
      comparedScenario(index, one, exact[index] ?? reworded.get(index) ?? null),
    ),
    dropped: [...left].filter(({ state }) => state === 'open'),
  };
}

/** A scenario of the text beside the one on record that it is held to be. */
export function comparedScenario(
  index: number,
  draft: DraftScenario,
  onRecord: ScenarioOnRecord | null,
): ComparedScenario {
  if (!onRecord) return { index, draft, onRecord, standing: 'new' };
  if (key(onRecord) !== key(draft)) return { index, draft, onRecord, standing: 'reworded' };
  const standing = onRecord.probability === draft.probability ? 'unchanged' : 'newProbability';
  return { index, draft, onRecord, standing };
}

/** So close a wording is no coincidence, even where it makes another claim. */
const CLOSE_FROM = 0.7;

/**
 * Whether a text says again what is on record: one scenario to the letter, or half of them closely. One alone that comes
 * close may be another scenario of the same topic.
 */
export function haveInCommon({ scenarios, dropped }: ComparedEdition): boolean {
  const pairs = scenarios.flatMap(({ draft, onRecord }) => (onRecord ? [{ draft, onRecord }] : []));
  if (pairs.some(({ draft, onRecord }) => key(draft) === key(onRecord))) return true;
  const close = pairs.filter(({ draft, onRecord }) => {
    const { same, similarity } = compareStated(onRecord, draft);
    return same || similarity >= CLOSE_FROM;
  });
  return close.length > 0 && 2 * close.length >= Math.min(scenarios.length, pairs.length + dropped.length);
}

const key = (one: Stated): string => fold([one.kind, one.term, one.premise ?? '', one.statement].join('\n'));

/** The differences as they are answered. */
export function differencesOf({ scenarios, dropped }: ComparedEdition): BriefingDifferences {
  const differences: BriefingDifferences = {
    unchanged: [],
    newProbability: [],
    reworded: [],
    new: [],
    dropped,
  };
  for (const { index, draft, onRecord, standing } of scenarios) {
    if (!onRecord) {
      differences.new.push({ index, ...draft });
      continue;
    }
    const { id } = onRecord;
    const probabilities = { wasProbability: onRecord.probability, probability: draft.probability };
    if (standing === 'unchanged') differences.unchanged.push(id);
    else if (standing === 'newProbability')
      differences.newProbability.push({
        id,
        index,
        was: onRecord.probability,
        probability: draft.probability,
      });
    else {
      const { similarity, differs, same } = compareStated(onRecord, draft);
      differences.reworded.push({
        ...{ id, index, line: draft.line, was: onRecord.statement, statement: draft.statement },
        deadline: onRecord.deadline,
        ...{ similarity: Math.round(similarity * 1000) / 1000, differs, ...probabilities },
        suggests: same ? 'clarified' : 'changed',
      });
    }
  }
  return differences;
}
