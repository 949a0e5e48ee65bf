import { useState } from 'preact/hooks';
import { day } from '../../words.js';
import { Chip, ChoiceChip, ProbabilityChip } from '../quick/chip.js';
import { KINDS, TERMS } from '../quick/choices.js';
import { EdgeCases } from '../quick/edge-cases.js';
import { MarkedStatement } from '../quick/marked-statement.js';
import { whenInWords } from '../quick/quick-chips.js';
import { TypedInput } from '../typed-input.js';
import { Beside } from './beside.js';
import { type Choice, type GridRow, keptDeadline, type Row } from './briefing-draft.js';
import type { Check } from './use-checks.js';

const SOURCES = { term: 'by the term', chosen: 'as chosen', record: 'on record' } as const;

export interface BriefingRowProps {
  index: number;
  grid: GridRow;
  check: Check | undefined;
  choice: Choice | undefined;
  /** editors answer */
  mayChoose: boolean;
  change: (row: Row) => void;
  remove: () => void;
  choose: (as: Choice) => void;
}

/** One scenario of a briefing as it would be recorded. Alt+E answers its edge cases. */
export function BriefingRow({
  index,
  grid,
  check,
  choice,
  mayChoose,
  change,
  remove,
  choose,
}: BriefingRowProps) {
  const { row, standing, refusal } = grid;
  const [showsCases, setShowsCases] = useState(false);
  const set = (part: Partial<Row>) => change({ ...row, ...part });
  const kept = keptDeadline(grid, choice);
  const likeIt = (standing === null || standing.as === 'new' ? check?.similar : undefined) ?? [];
  const toggleCases = () => setShowsCases((shown) => !shown);
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyE' || kept) return;
    event.preventDefault();
    toggleCases();
  };
  return (
    <li onKeyDown={press}>
      <div class="quick-chips">
        <ChoiceChip {...{ label: 'Kind', words: KINDS, chosen: row.kind }} choose={(kind) => set({ kind })} />
        <ProbabilityChip
          probability={row.probability}
          choose={(probability) => probability !== undefined && set({ probability })}
        />
        <ChoiceChip {...{ label: 'Term', words: TERMS, chosen: row.term }} choose={(term) => set({ term })} />
        {!kept && <Deadline grid={grid} choose={(deadline) => set({ deadline })} />}
        <Chip label={row.line === null ? 'Statement' : `Statement (line ${row.line})`} wide>
          <TypedInput
            {...{ rows: 2, maxLength: 4000, value: row.statement }}
            onDone={(value) => value.trim() && set({ statement: value })}
          />
        </Chip>
        <Chip label="If (premise)" wide>
          <TypedInput
            {...{ value: row.premise ?? '', placeholder: 'none', maxLength: 2000 }}
            onDone={(value) => set({ premise: value.trim() || null })}
          />
        </Chip>
      </div>
      {refusal !== null && (
        <p class="desk-refusal" role="alert">
          {refusal}
        </p>
      )}
      <Beside {...{ row, standing, choice, mayChoose, choose }} />
      {kept && <p>{`Its deadline and its criteria stand as they are on record: by ${day(kept.day)}.`}</p>}
      {check && (
        <MarkedStatement
          statement={row.statement}
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
      {!kept && (
        <EdgeCases
          of={`row-${index}`}
          draft={{ criteria: row.criteria ?? '', answers: row.answers ?? {} }}
          cases={check?.cases ?? []}
          isOpen={showsCases}
          toggle={toggleCases}
          change={set}
        />
      )}
      <button type="button" onClick={remove}>
        Leave out<span class="unseen">{` scenario ${index + 1}`}</span>
      </button>
    </li>
  );
}

/** The last day on which it can occur, echoed as people tell days. */
function Deadline({
  grid: { row, closes },
  choose,
}: {
  grid: GridRow;
  choose: (day: string | undefined) => void;
}) {
  const note = closes && `${whenInWords(closes)} (${SOURCES[closes.source]})`;
  return (
    <Chip label="Deadline" note={note}>
      <TypedInput
        {...{ type: 'date', value: row.deadline ?? closes?.day ?? '' }}
        onDone={(value) => choose(value || undefined)}
      />
    </Chip>
  );
}
