import { useEffect, useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import type { DraftScenario } from './briefing-draft.js';

export interface Check {
  marks: readonly Api['MarkView'][];
  similar: Api['SimilarScenarios']['items'];
}

/** Of each scenario of a text, by its statement: what makes it hard to judge, and what is on record that is like it. */
export function useChecks(scenarios: readonly DraftScenario[], topic: string | null): Record<string, Check> {
  const [checks, set] = useState<Record<string, Check>>({});
  const asked = JSON.stringify([topic, scenarios.map((one) => [one.statement, one.term, one.premise])]);
  useEffect(() => {
    let gone = false;
    const check = async () => {
      for (const { statement, term, premise } of scenarios) {
        const about = { statement, term, premise, ...(topic !== null && { topic }) };
        const [{ marks }, similar] = await Promise.all([
          ask<Api['LintView']>('statements/lint', { body: about }),
          topic === null
            ? { items: [] }
            : ask<Api['SimilarScenarios']>('statements/similar', { body: { statement, topic } }),
        ]);
        if (gone) return;
        set((before) => ({ ...before, [statement]: { marks, similar: similar.items } }));
      }
    };
    // What cannot be checked can be recorded all the same.
    check().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asked]);
  return checks;
}
