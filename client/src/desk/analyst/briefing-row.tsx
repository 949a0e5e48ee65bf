import { KIND_WORDS, saidPercent, TERM_WORDS } from '../../words.js';
import type { Kind, Term } from '../../data.js';
import { MarkedStatement } from '../quick/marked-statement.js';
import type { Choice, DraftScenario, Standing } from './briefing-draft.js';
import type { Check } from './use-checks.js';

const CHOICE_WORDS: Record<Choice, string> = {
  revision: 'the same: the wording is of no account',
  clarified: 'the same question, reworded',
  changed: 'another question: a new scenario takes its place',
  new: 'a new scenario; the one on record was dropped',
};

export interface BriefingRowProps {
  index: number;
  scenario: DraftScenario;
  standing: Standing | null;
  check: Check | undefined;
  choice: Choice | undefined;
  /** editors answer */
  mayChoose: boolean;
  change: (scenario: DraftScenario) => void;
  remove: () => void;
  choose: (as: Choice) => void;
}

/** One scenario of a briefing as it would be recorded. */
export function BriefingRow(props: BriefingRowProps) {
  const { index, scenario, standing, check, change, remove } = props;
  const set = (part: Partial<DraftScenario>) => change({ ...scenario, ...part });
  const likeIt = (standing === null || standing.as === 'new' ? check?.similar : undefined) ?? [];
  return (
    <li>
      <div class="quick-chips">
        <label class="chip">
          <span class="chip-label">Kind</span>
          <select
            value={scenario.kind}
            onChange={({ currentTarget }) => set({ kind: currentTarget.value as Kind })}
          >
            {Object.entries(KIND_WORDS).map(([kind, word]) => (
              <option key={kind} value={kind}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label class="chip">
          <span class="chip-label">Probability, %</span>
          <input
            type="number"
            min={0}
            max={100}
            step="any"
            value={Number((scenario.probability * 100).toFixed(4))}
            onChange={({ currentTarget: { value } }) =>
              value !== '' && set({ probability: Number((Number(value) / 100).toFixed(4)) })
            }
          />
        </label>
        <label class="chip">
          <span class="chip-label">Term</span>
          <select
            value={scenario.term}
            onChange={({ currentTarget }) => set({ term: currentTarget.value as Term })}
          >
            {Object.entries(TERM_WORDS).map(([term, word]) => (
              <option key={term} value={term}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label class="chip chip-wide">
          <span class="chip-label">
            {scenario.line === null ? 'Statement' : `Statement (line ${scenario.line})`}
          </span>
          <textarea
            rows={2}
            maxLength={4000}
            value={scenario.statement}
            onChange={({ currentTarget: { value } }) => value.trim() && set({ statement: value })}
          />
        </label>
        <label class="chip chip-wide">
          <span class="chip-label">If (premise)</span>
          <input
            value={scenario.premise ?? ''}
            placeholder="none"
            maxLength={2000}
            onChange={({ currentTarget: { value } }) => set({ premise: value.trim() || null })}
          />
        </label>
      </div>
      <Beside {...props} />
      {check && (
        <MarkedStatement
          statement={scenario.statement}
          marks={check.marks}
          onFix={(statement) => set({ statement })}
        />
      )}
      {likeIt.length > 0 && (
        <p>
          <span class="flag">on record already?</span>{' '}
          {likeIt.map((one) => (
            <a key={one.scenario.id} href={`/scenarios/${one.scenario.id}`} target="_blank" rel="noopener">
              {`${one.scenario.statement} `}
            </a>
          ))}
        </p>
      )}
      <button type="button" onClick={remove}>
        Leave out<span class="unseen">{` scenario ${index + 1}`}</span>
      </button>
    </li>
  );
}

/** What is on record, beside what this text says. */
function Beside({ scenario, standing, choice, mayChoose, choose }: BriefingRowProps) {
  if (standing === null) return null;
  if (standing.as === 'unchanged') return <p>Unchanged: it is on record just so.</p>;
  if (standing.as === 'new') return <p>New in this edition.</p>;
  if (standing.as === 'revised')
    return (
      <p>
        {`New probability: ${standing.was === null ? 'none stood' : saidPercent(standing.was)} → ${saidPercent(scenario.probability)}.`}
      </p>
    );
  const { was, wasProbability, differs, suggests, statement, id } = standing.difference;
  return (
    <section>
      <div class="beside">
        <p>
          <strong>On record:</strong> {was} {wasProbability !== null && saidPercent(wasProbability)}
        </p>
        <p>
          <strong>This text:</strong> {statement} {saidPercent(scenario.probability)}
        </p>
      </div>
      {differs.length > 0 && (
        <ul>
          {differs.map((one, index) => (
            <li key={index}>{`${one.what}: ${one.was || 'nothing'} → ${one.now || 'nothing'}`}</li>
          ))}
        </ul>
      )}
      {mayChoose ? (
        <label class="chip chip-wide">
          <span class="chip-label">{`Reworded: what became of it? It looks ${suggests}.`}</span>
          <select
            id={`choice-${id}`}
            value={choice ?? ''}
            onChange={({ currentTarget }) => choose(currentTarget.value as Choice)}
          >
            <option value="" disabled>
              choose
            </option>
            {Object.entries(CHOICE_WORDS).map(([as, words]) => (
              <option key={as} value={as}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>{`Reworded: it looks ${suggests}. An editor says what became of it.`}</p>
      )}
    </section>
  );
}
