import type { Api } from '../api.js';
import { BARE_CRITERIA, type CriteriaDraft } from './criteria-draft.js';

export interface EdgeCasesProps {
  /** tells these fields from those of other scenarios on the page */
  of: string;
  draft: CriteriaDraft;
  cases: readonly Api['ProposedCase'][];
  isOpen: boolean;
  toggle: () => void;
  change: (part: Partial<CriteriaDraft>) => void;
}

/** What would have to be seen, and whether each case at the edge would count. Answered ones stay; others are proposed. */
export function EdgeCases({ of, draft, cases, isOpen, toggle, change }: EdgeCasesProps) {
  const names = [...new Set([...Object.keys(draft.answers), ...cases.map((one) => one.case)])];
  const answer = (name: string, counts: boolean) => change({ answers: { ...draft.answers, [name]: counts } });
  return (
    <section class="edge-cases">
      <button type="button" aria-expanded={isOpen} aria-keyshortcuts="Alt+E" onClick={toggle}>
        {`Edge cases (Alt+E)${Object.keys(draft.answers).length > 0 ? `: ${Object.keys(draft.answers).length} answered` : ''}`}
      </button>
      {isOpen && (
        <>
          <label class="chip chip-wide">
            <span class="chip-label">What would have to be seen, and in which source</span>
            <textarea
              id={`${of}-criteria`}
              rows={2}
              maxLength={4000}
              placeholder={BARE_CRITERIA}
              value={draft.criteria}
              onInput={({ currentTarget }) => change({ criteria: currentTarget.value })}
            />
          </label>
          <p>Would this count?</p>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <fieldset>
                  <legend>{name}</legend>
                  {([true, false] as const).map((counts) => (
                    <label key={String(counts)}>
                      <input
                        type="radio"
                        name={`${of}-edge-${name}`}
                        checked={draft.answers[name] === counts}
                        onChange={() => answer(name, counts)}
                      />
                      {counts ? 'yes' : 'no'}
                    </label>
                  ))}
                </fieldset>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
