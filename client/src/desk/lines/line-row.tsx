import { useState } from 'preact/hooks';
import { count, KIND_WORDS, saidPercent } from '../../words.js';
import type { DeskAccount } from '../desk-pages.js';
import { type Choice, whenInWords } from '../quick/quick-chips.js';
import type { QuickDraft, Reading } from '../quick/quick-draft.js';
import { QuickReading } from '../quick/quick-reading.js';
import { obstacleTo, type Row } from './lines-draft.js';
import type { LineRead } from './use-readings.js';

export interface LineRowProps {
  row: Row;
  /** undefined before it is read */
  read: LineRead | undefined;
  /** the line that said the same before it */
  sameAs: number | undefined;
  account: DeskAccount;
  topics: readonly Choice[];
  forecasters: readonly Choice[];
  change: (part: Partial<QuickDraft>) => void;
  leaveOut: () => void;
}

/** One prediction as it would be recorded; every piece of it can be changed. */
export function LineRow(props: LineRowProps) {
  const { row, read, sameAs, account, topics, forecasters, change } = props;
  const { draft } = row;
  const [isOpen, setOpen] = useState(false);
  const [showsCases, setShowsCases] = useState(false);
  const reading = read?.reading ?? null;
  const obstacle = reading && obstacleTo(row, reading);
  const isOnRecord = (read?.similar?.items.length ?? 0) > 0;
  const toggleCases = () => setShowsCases((shown) => !shown);
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyE' || !reading || row.recorded) return;
    event.preventDefault();
    setOpen(true);
    toggleCases();
  };
  if (row.recorded)
    return (
      <li>
        <p>
          {`Line ${row.at}: recorded. `}
          <a href={`/scenarios/${row.recorded}`}>{reading?.statement ?? row.source}</a>
        </p>
      </li>
    );
  return (
    <li id={`line-${row.at}`} tabIndex={-1} onKeyDown={press}>
      <p class="standing-statement">{reading?.statement || row.source}</p>
      <p>
        {`Line ${row.at}: `}
        {reading ? inWords(draft, reading) : (read?.refusal ?? 'not read yet')}
        {sameAs !== undefined && <span class="flag">{`says the same as line ${sameAs}`}</span>}
        {isOnRecord && <span class="flag">on record already?</span>}
        {reading && reading.marks.length > 0 && (
          <span class="flag">{count(reading.marks.length, 'mark')}</span>
        )}
      </p>
      {(row.refusal ?? obstacle) && <p class="desk-refusal">{row.refusal ?? obstacle}</p>}
      {reading && isOpen && (
        <QuickReading
          of={`line-${row.at}`}
          {...{ draft, reading, account, topics, forecasters, change, showsCases, toggleCases }}
          similar={read?.similar ?? null}
        />
      )}
      <p class="standing-acts">
        <button type="button" aria-expanded={isOpen} disabled={!reading} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Done' : 'Change'}
          <span class="unseen">{` line ${row.at}`}</span>
        </button>
        <button type="button" onClick={props.leaveOut}>
          Leave out<span class="unseen">{` line ${row.at}`}</span>
        </button>
      </p>
    </li>
  );
}

/** @example 'Risk, 65 %, by Wednesday, 31 March 2027, in 129 days, in “Energy”' */
function inWords({ chosen }: QuickDraft, reading: Reading): string {
  const kind = chosen.kind ?? reading.kind;
  const probability = chosen.probability ?? reading.probability;
  return [
    kind ? KIND_WORDS[kind] : 'of no kind',
    probability === null ? 'no probability' : saidPercent(probability),
    `by ${whenInWords(reading.deadline)}`,
    reading.topic ? `in “${reading.topic.title}”` : 'in no topic',
    reading.premise && `only if ${reading.premise}`,
    chosen.forecaster && `said by ${chosen.forecaster}`,
  ]
    .filter(Boolean)
    .join(', ');
}
