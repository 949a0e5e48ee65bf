import { useRef, useState } from 'preact/hooks';
import { type Disputes, type Ground, GROUNDS } from '../../../src/track-records/disputes.js';
import type { PublicRecord } from '../../../src/track-records/public-record.js';
import type { RecordTotals } from '../../../src/track-records/record-totals.js';
import { count } from '../words.js';
import type { Names } from './argued-item.js';
import { type Choices, NOTHING, readSaved, savedObjections } from './objections.js';

const GROUND_WORDS: Record<Ground, string> = {
  judged: 'settled by an editor’s judgement',
  unconfirmed: 'settled on an event that was not confirmed',
  absence: 'settled by nothing having been seen by the deadline',
};
const RULING_WORDS = { occurred: 'it happened', not_occurred: 'it did not happen', out: 'left out' } as const;

export interface ObjectionsPanelProps {
  record: PublicRecord;
  digest: string;
  names: Names;
  totals: RecordTotals;
  choices: Choices;
  /** What was found of choices that came from elsewhere, in words. */
  remark: string | null;
  onChange: (choices: Choices, remark?: string | null) => void;
}

/** What is left out as a whole, what is objected to one by one, and how to keep and pass on all of it. */
export function ObjectionsPanel({
  record,
  digest,
  names,
  totals,
  choices,
  remark,
  onChange,
}: ObjectionsPanelProps) {
  const { disputes } = choices;
  const change = (part: Partial<Disputes>) => onChange({ ...choices, disputes: { ...disputes, ...part } });
  return (
    <section class="objections" aria-labelledby="objections">
      <h2 id="objections">What you distrust</h2>
      <div class="leave-out">
        <Boxes
          legend="Leave out what was"
          options={GROUNDS.map((ground) => [ground, `${GROUND_WORDS[ground]} (${totals[ground]})`])}
          chosen={disputes.grounds}
          onChange={(grounds) => change({ grounds: grounds as Ground[] })}
        />
        <Boxes
          legend="Leave out the topic"
          options={record.topics.map(({ slug, title }) => [slug, title])}
          chosen={disputes.topics}
          onChange={(topics) => change({ topics })}
        />
        <Boxes
          legend="Leave out who said it"
          options={record.forecasters.filter((one) => one.public).map(({ slug, name }) => [slug, name])}
          chosen={disputes.forecasters}
          onChange={(forecasters) => change({ forecasters })}
        />
      </div>
      {disputes.grounds.includes('absence') && (
        <p class="note">
          Nothing that rests on absence happened. Without it, what is left happened more often than all that
          was said could: judge the probabilities with care.
        </p>
      )}
      <Rulings record={record} disputes={disputes} names={names} onChange={change} />
      <Keeping record={record} digest={digest} choices={choices} onChange={onChange} />
      {remark && <p role="status">{remark}</p>}
    </section>
  );
}

interface BoxesProps {
  legend: string;
  options: readonly (readonly [value: string, words: string])[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Boxes({ legend, options, chosen, onChange }: BoxesProps) {
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const others = chosen.filter((one) => one !== value);
              onChange(event.currentTarget.checked ? [...others, value] : others);
            }}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface RulingsProps extends Pick<ObjectionsPanelProps, 'record' | 'names'> {
  disputes: Disputes;
  onChange: (part: Partial<Disputes>) => void;
}

/** Each prediction that the reader settles otherwise, with the way back. */
function Rulings({ record, disputes: { rulings }, onChange }: RulingsProps) {
  const disputed = record.scenarios.filter(({ id }) => rulings[id] !== undefined);
  if (disputed.length === 0)
    return (
      <p class="none">
        You settle no prediction otherwise. Every one in the list below asks whether it happened.
      </p>
    );
  return (
    <>
      <h3>You settle {count(disputed.length, 'prediction')} otherwise</h3>
      <ul class="rulings">
        {disputed.map(({ id, statement }) => (
          <li key={id}>
            {statement} <strong>{RULING_WORDS[rulings[id]!]}</strong>{' '}
            <button
              type="button"
              aria-label={`As recorded: ${statement}`}
              onClick={() => {
                const { [id]: _undone, ...others } = rulings;
                onChange({ rulings: others });
              }}
            >
              as recorded
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Start over, save as a file, load from one. The address holds the same. */
function Keeping({
  record,
  digest,
  choices,
  onChange,
}: Omit<ObjectionsPanelProps, 'names' | 'totals' | 'remark'>) {
  const file = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const save = () => {
    const text = savedObjections(choices, { ...record, digest });
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'my-objections.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const load = async () => {
    const input = file.current;
    const chosen = input?.files?.[0];
    if (!input || !chosen) return;
    try {
      const { choices: read, unknown, same } = readSaved(await chosen.text(), { ...record, digest });
      setFailure(null);
      onChange(read, foundWords(unknown, same));
    } catch (error) {
      setFailure((error as Error).message);
    }
    input.value = '';
  };
  return (
    <div class="keeping">
      <button type="button" onClick={() => onChange(NOTHING, null)}>
        As recorded: start over
      </button>
      <button type="button" onClick={save}>
        Save my objections
      </button>
      <label>
        <span>Load objections</span>
        <input ref={file} type="file" accept=".json,application/json" onChange={() => void load()} />
      </label>
      <p class="note">
        The address of this page holds them too: whoever has this file and the address sees what you see.
      </p>
      {failure && <p role="alert">{failure}</p>}
    </div>
  );
}

/** What a reader should know of choices that came from elsewhere. */
export function foundWords(unknown: number, same = true): string | null {
  const parts = [
    same ? '' : 'These objections were made on another record.',
    unknown === 0
      ? ''
      : `${count(unknown, 'choice')} of them mean nothing in this record, and were left out.`,
  ].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' ');
}
