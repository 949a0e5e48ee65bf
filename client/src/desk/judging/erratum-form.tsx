import { useEffect, useState } from 'preact/hooks';
import type { Forecast } from '../../data.js';
import { KIND_WORDS, TERM_WORDS } from '../../words.js';
import { type Api, ask } from '../api.js';
import { useDoing } from '../asking.js';
import type { DeskAccount } from '../desk-pages.js';
import { type Faults, Missing } from '../faults.js';
import { ChoiceField, Field } from '../field.js';
import { Form, type Typed, versionIn } from '../form.js';
import { useChoices } from '../quick/use-choices.js';
import { meantBy, type Slip, slipsOf } from './erratum-draft.js';
import { WordsField } from './judging-fields.js';
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
  const doing = useDoing();
  const { faults } = doing;
  useEffect(() => {
    if (record.briefingId)
      ask<Api['BriefingView']>(`briefings/${record.briefingId}`).then(setBriefing, () => undefined);
  }, [record.briefingId]);
  const slips = slipsOf(record, forecasts, briefing);
  const slip = slips[at]!;
  const text = meant ?? slip.now;

  const send = async (typed: Typed) => {
    const said = meantBy(slip, text);
    if ('wrong' in said) throw new Missing('value', said.wrong);
    await ask(slip.path, {
      body: {
        field: slip.field,
        value: said.value,
        proof: proof.trim(),
        ...(slip.criteriaVersion !== undefined && { criteriaVersion: slip.criteriaVersion }),
      },
      version: versionIn(typed),
    });
    onDone('Corrected: what stood there first stays visible, with its proof.');
  };
  return (
    <Form
      key={slip.path}
      title="Correct a slip"
      sends="Correct it"
      first="field"
      version={slip.version}
      {...{ doing, onSend: send, onClose }}
    >
      <ChoiceField
        {...{ name: 'field', label: 'Where it is', faults, chosen: String(at) }}
        words={slips.map(({ label }, index) => [String(index), label])}
        hint={
          forecasts === null ? 'Slips in forecasts can be corrected once the forecasts are shown.' : undefined
        }
        onChoose={(chosen) => {
          setAt(Number(chosen));
          setMeant(null);
        }}
      />
      <Meant {...{ account, slip, faults, text, onInput: setMeant }} />
      <WordsField
        name="proof"
        label="What proves that it was a slip; published"
        {...{ faults, value: proof, onInput: setProof }}
      />
    </Form>
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
          : slip.input === 'question'
            ? [
                [
                  'clarified',
                  'the same question, clarified: the forecasts that it ended count again',
                ] as const,
              ]
            : null;
  const field = { name: 'value', label: LABEL, faults };
  if (options) return <ChoiceField {...field} words={options} chosen={text} onChoose={onInput} />;
  return (
    <Field {...field}>
      <MeantInput {...{ slip, text, onInput }} />
    </Field>
  );
}

function MeantInput({ slip, text, onInput, ...said }: Pick<MeantProps, 'slip' | 'text' | 'onInput'>) {
  const typed = {
    ...said, // what its field says of it to those who do not see
    value: text,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  if (slip.input === 'day') return <input type="date" {...typed} />;
  if (slip.input === 'instant') return <input type="datetime-local" {...typed} />;
  return <input inputMode="decimal" autocomplete="off" {...typed} />;
}
