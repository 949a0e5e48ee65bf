import { ask } from '../api.js';
import { useDoing } from '../asking.js';
import { InputField } from '../field.js';
import { Form } from '../form.js';
import { type BriefingDraft, handoverOf } from './briefing-draft.js';

export interface HandOnProps {
  draft: BriefingDraft;
  onDone: () => void;
}

/** What an analyst may not say alone goes to the editors, whole. */
export function HandOn({ draft, onDone }: HandOnProps) {
  const doing = useDoing();
  return (
    <Form
      {...{ doing, sends: 'Hand it on to the editors' }}
      onSend={async ({ note }) => {
        await ask('handovers', { body: { briefing: handoverOf(draft), ...(note && { note }) } });
        onDone();
      }}
    >
      <InputField
        {...{ name: 'note', label: 'A word to the editors (optional)', maxLength: 4000 }}
        {...{ faults: doing.faults, autocomplete: 'off' }}
        hint="It counts from when an editor records it: more than 72 hours after publication it is archival."
      />
    </Form>
  );
}
