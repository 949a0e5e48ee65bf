import { useEffect, useState } from 'preact/hooks';
import type { Forecast } from '../../data.js';
import { KIND_WORDS, TERM_WORDS } from '../../words.js';
import { type Api, ask } from '../api.js';
import type { DeskAccount } from '../desk-pages.js';
import { useChoices } from '../quick/use-choices.js';
import { meantBy, type Slip, slipsOf } from './erratum-draft.js';
import type { Faults } from './faults.js';
import { Field } from './field.js';
import { JudgingForm, WordsField } from './judging-form.js';
import type { BlindRecord } from './record.js';

export interface ErratumFormProps {
  account: DeskAccount;
  record: BlindRecord;
  /** null while they are hidden */
  forecasts: readonly Forecast[] | null;
  onDone: (said: string) => void;
  onClose: () => void;
}

/** Corrects a slip: what stood there first stays visible, and what was meant counts. */
export function ErratumForm({ account, record, forecasts, onDone, onClose }: ErratumFormProps) {
  const [briefing, setBriefing] = useState<Api['BriefingView'] | null>(null);
  const [at, setAt] = useState(0);
  const [meant, setMeant] = useState<string | null>(null);
  const [proof, setProof] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  useEffect(() => {
    if (record.briefingId)
      ask<Api['BriefingView']>(`briefings/${record.briefingId}`).then(setBriefing, () => undefined);
  }, [record.briefingId]);
  const slips = slipsOf(record, forecasts, briefing);
  const slip = slips[at]!;
  const text = meant ?? slip.now;

  const send = async () => {
    const said = meantBy(slip, text);
    if ('wrong' in said) return setFaults({ value: said.wrong });
    const isOfRecord = slip.path.startsWith('scenarios/');
    await ask(slip.path, {
      body: { field: slip.field, value: said.value, proof: proof.trim() },
      ...(isOfRecord && { ifMatch: `"${record.version}"` }),
    });
    onDone('Corrected: what stood there first stays visible, with its proof.');
  };
  return (
    <JudgingForm
      title="Correct a slip"
      sends="Correct it"
      first="field"
      {...{ faults, onFaults: setFaults, onSend: send, onClose }}
    >
      <Field
        name="field"
        label="Where it is"
        faults={faults}
        hint={
          forecasts === null ? 'Slips in forecasts can be corrected once the forecasts are shown.' : undefined
        }
      >
        <select
          value={String(at)}
          onChange={(event) => {
            setAt(Number(event.currentTarget.value));
            setMeant(null);
          }}
        >
          {slips.map(({ path, field, label }, index) => (
            <option key={`${path} ${field}`} value={String(index)}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Meant {...{ account, slip, faults, text, onInput: setMeant }} />
      <WordsField
        name="proof"
        label="What proves that it was a slip; published"
        {...{ faults, value: proof, onInput: setProof }}
      />
    </JudgingForm>
  );
}

interface MeantProps {
  account: DeskAccount;
  slip: Slip;
  faults: Faults;
  text: string;
  onInput: (text: string) => void;
}

const LABEL = 'What was meant';

function Meant({ account, slip, faults, text, onInput }: MeantProps) {
  const { topics } = useChoices(account);
  if (slip.input === 'words')
    return <WordsField name="value" label={LABEL} rows={3} {...{ faults, value: text, onInput }} />;
  const options =
    slip.input === 'kind'
      ? Object.entries(KIND_WORDS)
      : slip.input === 'term'
        ? Object.entries(TERM_WORDS)
        : slip.input === 'topic'
          ? topics.map(({ slug, name }) => [slug, name] as const)
          : null;
  return (
    <Field name="value" label={LABEL} faults={faults}>
      {options ? (
        <select value={text} onChange={(event) => onInput(event.currentTarget.value)}>
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <Typed {...{ slip, text, onInput }} />
      )}
    </Field>
  );
}

function Typed({ slip, text, onInput }: Pick<MeantProps, 'slip' | 'text' | 'onInput'>) {
  const typed = {
    value: text,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  if (slip.input === 'day') return <input type="date" {...typed} />;
  if (slip.input === 'instant') return <input type="datetime-local" {...typed} />;
  return <input inputMode="decimal" autocomplete="off" {...typed} />;
}
