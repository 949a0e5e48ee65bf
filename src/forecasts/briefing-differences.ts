import type { EntityManager } from 'typeorm';
import { bpToProbability } from '../calibration/index.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { fold, words } from '../texts/texts.js';
import type { DraftScenario } from './forecast.dto.js';
import { Forecast } from './forecast.entity.js';

export interface ScenarioOnRecord {
  id: string;
  kind: string;
  term: string;
  statement: string;
  premise: string | null;
  /** As the briefing gave it. */
  probability: number;
}

/** What another text of a briefing says about its scenarios; a reworded one appears as one dropped and one new. */
export interface BriefingDifferences {
  unchanged: string[];
  newProbability: { id: string; was: number; probability: number }[];
  new: DraftScenario[];
  dropped: ScenarioOnRecord[];
}

/** The scenarios of a briefing in its order, with the probability it gave each. */
export async function scenariosOnRecord(
  manager: EntityManager,
  briefingId: string,
): Promise<ScenarioOnRecord[]> {
  const scenarios = await manager.find(Scenario, {
    where: { briefing: { id: briefingId } },
    relations: { statement: true, premise: true },
    order: { ordinal: 'ASC' },
  });
  const found: ScenarioOnRecord[] = [];
  for (const scenario of scenarios) {
    const first = await manager.findOneOrFail(Forecast, {
      where: { scenario: { id: scenario.id } },
      order: { seq: 'ASC' },
    });
    found.push({
      id: scenario.id,
      kind: scenario.kind,
      term: scenario.term,
      statement: words(scenario.statement),
      premise: words(scenario.premise),
      probability: bpToProbability(first.probabilityBp),
    });
  }
  return found;
}

/** Compares by kind, term, premise and statement, letter case and spacing aside. */
export function compareScenarios(
  onRecord: readonly ScenarioOnRecord[],
  draft: readonly DraftScenario[],
): BriefingDifferences {
  const key = (one: { kind: string; term: string; premise: string | null; statement: string }) =>
    fold([one.kind, one.term, one.premise ?? '', one.statement].join('\n'));
  const left = new Map(onRecord.map((one) => [key(one), one]));
  const differences: BriefingDifferences = { unchanged: [], newProbability: [], new: [], dropped: [] };
  for (const item of draft) {
    const known = left.get(key(item));
    left.delete(key(item));
    if (!known) differences.new.push(item);
    else if (known.probability === item.probability) differences.unchanged.push(known.id);
    else
      differences.newProbability.push({
        id: known.id,
        was: known.probability,
        probability: item.probability,
      });
  }
  differences.dropped.push(...left.values());
  return differences;
}
