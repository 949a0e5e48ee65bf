import { useEffect, useRef, useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { criteriaOf } from '../quick/criteria-draft.js';
import type { GridRow } from './briefing-draft.js';

export interface Check {
  marks: readonly Api['MarkView'][];
  /** cases at the edge that are proposed to be answered */
  cases: readonly Api['ProposedCase'][];
  similar: Api['SimilarScenarios']['items'];
}

const PAUSE_MS = 300;

/** Of each scenario of a text, by its statement: what makes it hard to judge, and what is on record that is like it. */
export function useChecks(rows: readonly GridRow[], topic: string | null): Record<string, Check> {
  const [checks, set] = useState<Record<string, Check>>({});
  const answered = useRef(new Map<string, string>());
  const asked = JSON.stringify(
    rows.map(({ row, closes }) => ({
      ...{ statement: row.statement, term: row.term, premise: row.premise },
      deadline: row.deadline ?? closes?.day,
      criteria: criteriaOf(row),
      ...(topic !== null && { topic }),
    })),
  );
  useEffect(() => {
    let gone = false;
    const check = async () => {
      for (const about of JSON.parse(asked) as Api['LintStatement'][]) {
        const { statement } = about;
        if (answered.current.get(statement) === JSON.stringify(about)) continue;
        const [{ marks, edgeCases }, similar] = await Promise.all([
          ask<Api['LintView']>('statements/lint', { body: about }),
          topic === null
            ? { items: [] }
            : ask<Api['SimilarScenarios']>('statements/similar', { body: { statement, topic } }),
        ]);
        if (gone) return;
        answered.current.set(statement, JSON.stringify(about));
        set((before) => ({
          ...before,
          [statement]: { marks, cases: edgeCases, similar: similar.items },
        }));
      }
    };
    // What cannot be checked can be recorded all the same.
    const wait = setTimeout(() => void check().catch(() => undefined), PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(wait);
    };
  }, [asked]);
  return checks;
}
