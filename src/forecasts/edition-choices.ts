import { Problem } from '../problems.js';
import type { EditionStanding } from '../scenarios/edition-scenario.entity.js';
import type {
  Choice,
  DraftScenario,
  DroppedScenario,
  EditionChoice,
  ScenarioOnRecord,
} from './edition.dto.js';
import { type ComparedEdition, type ComparedScenario, comparedScenario } from './edition-differences.js';

/** What the editor says of an edition. */
export interface EditionAnswers {
  choices: readonly EditionChoice[];
  dropped: readonly DroppedScenario[];
}

/** What an edition does with one scenario that it says. */
export interface PlannedScenario {
  draft: DraftScenario;
  standing: Exclude<EditionStanding, 'dropped'>;
  /** Null for what is new. */
  onRecord: ScenarioOnRecord | null;
}

export interface EditionPlan {
  /** In the order of the text. */
  scenarios: PlannedScenario[];
  dropped: { onRecord: ScenarioOnRecord; why: string | null }[];
}

/** What is still to be said before an edition can be recorded. */
export interface Unanswered {
  /** Ids of the scenarios that were reworded, and of those that were dropped. */
  reworded: string[];
  dropped: string[];
}

/**
 * Holds the answers against the differences.
 *
 * @throws {Problem} choice_unknown, for an answer that fits nothing
 */
export function planEdition(
  edition: ComparedEdition,
  { choices, dropped: reasons }: EditionAnswers,
): { plan: EditionPlan; unanswered: Unanswered } {
  const { scenarios, dropped } = paired(edition, choices);
  const chosen = new Map<string, Choice>();
  for (const { scenario, as } of choices) {
    if (chosen.has(scenario)) throw unknown(scenario, 'is answered twice.');
    chosen.set(scenario, as);
  }
  const left = [...dropped];
  const planned = scenarios.map(({ draft, onRecord, standing }): PlannedScenario => {
    if (!onRecord) return { draft, onRecord, standing: 'new' };
    const choice = chosen.get(onRecord.id);
    if (choice === 'changed') return { draft, onRecord, standing: 'changed' };
    if (choice === 'new') {
      if (onRecord.state === 'open') left.push(onRecord);
      return { draft, onRecord: null, standing: 'new' };
    }
    if (choice === 'clarified' && standing === 'reworded') return { draft, onRecord, standing: 'clarified' };
    const isRevised = onRecord.probability !== draft.probability;
    return { draft, onRecord, standing: isRevised ? 'revised' : 'unchanged' };
  });
  const why = new Map(reasons.map((reason) => [reason.scenario, reason.why ?? null]));
  for (const id of why.keys())
    if (!left.some((one) => one.id === id)) throw unknown(id, 'is not among the dropped: see `differences`.');
  return {
    plan: {
      scenarios: planned,
      dropped: left.map((onRecord) => ({ onRecord, why: why.get(onRecord.id) ?? null })),
    },
    unanswered: {
      reworded: scenarios
        .filter(({ standing, onRecord }) => standing === 'reworded' && !chosen.has(onRecord!.id))
        .map(({ onRecord }) => onRecord!.id),
      dropped: dropped.filter(({ id }) => !why.has(id)).map(({ id }) => id),
    },
  };
}

/** The edition with its scenarios paired as the choices say. */
function paired(edition: ComparedEdition, choices: readonly EditionChoice[]): ComparedEdition {
  const scenarios = [...edition.scenarios];
  const dropped = [...edition.dropped];
  for (const { scenario: id, index } of choices) {
    const at = scenarios.findIndex(({ onRecord }) => onRecord?.id === id);
    const onRecord = scenarios[at]?.onRecord ?? dropped.find((one) => one.id === id);
    if (!onRecord) throw unknown(id, 'is not of the edition before.');
    if (index === undefined || index === at) {
      if (at < 0)
        throw unknown(id, 'has no statement beside it: name one by its `index`, or say why it was dropped.');
      continue;
    }
    const target = scenarios[index];
    if (!target) throw unknown(id, `is put to statement ${index}, and there is none; they count from 0.`);
    unpair(scenarios, at, dropped);
    if (target.onRecord) dropped.push(target.onRecord);
    scenarios[index] = comparedScenario(index, target.draft, onRecord);
    const place = dropped.indexOf(onRecord);
    if (place >= 0) dropped.splice(place, 1);
  }
  return { scenarios, dropped: dropped.filter(({ state }) => state === 'open') };
}

function unpair(scenarios: ComparedScenario[], at: number, dropped: ScenarioOnRecord[]): void {
  const before = scenarios[at];
  if (!before?.onRecord) return;
  dropped.push(before.onRecord);
  scenarios[at] = comparedScenario(at, before.draft, null);
}

const unknown = (id: string, why: string): Problem =>
  new Problem('choice_unknown', `Scenario “${id}” ${why}`, { scenario: id });
