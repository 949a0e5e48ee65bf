import { useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { type Faults, faultsOf } from './faults.js';
import { Field, Wrong } from './field.js';
import type { Happened } from './judgement-draft.js';

const BLANK = { headline: '', occurredOn: '', outlet: '', publishedOn: '', url: '', standing: 'reported' };
type Name = keyof typeof BLANK;

/** An event that nobody has logged yet, with the source that tells of it. It stands inside other forms. */
export function NewEvent({ topic, onAdded }: { topic: string; onAdded: (event: Happened) => void }) {
  const [draft, setDraft] = useState(BLANK);
  const [faults, setFaults] = useState<Faults>({});
  const [isOpen, setOpen] = useState(false);
  const add = async () => {
    const { headline, occurredOn, standing, outlet, publishedOn, url } = draft;
    const source = { outlet, ...(publishedOn && { publishedOn }), ...(url && { url }) };
    const sources = outlet ? [source] : [];
    try {
      const body = { topic, headline, occurredOn, standing, sources };
      onAdded(await ask<Api['EventView']>('events', { body }));
      setDraft(BLANK);
      setFaults({});
      setOpen(false);
    } catch (error) {
      setFaults(faultsOf(error));
    }
  };
  const input = (name: Name, label: string, isDay = false) => {
    const props = {
      value: draft[name],
      onInput: (event: { currentTarget: HTMLInputElement }) =>
        setDraft({ ...draft, [name]: event.currentTarget.value }),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        void add();
      },
    };
    return (
      <Field name={name} label={label} faults={faults}>
        {isDay ? <input type="date" {...props} /> : <input type="text" {...props} />}
      </Field>
    );
  };
  return (
    <details class="new-event" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>An event that is not on record yet</summary>
      {input('headline', 'What happened')}
      {input('occurredOn', 'On which day', true)}
      {input('outlet', 'Who reports it')}
      {input('publishedOn', 'Published on', true)}
      {input('url', 'Address')}
      <Field name="standing" label="Standing" faults={faults}>
        <select
          value={draft.standing}
          onChange={(event) => setDraft({ ...draft, standing: event.currentTarget.value })}
        >
          <option value="reported">reported</option>
          <option value="confirmed">confirmed</option>
        </select>
      </Field>
      <Wrong text={faults['']} />
      <button type="button" onClick={() => void add()}>
        Add the event
      </button>
    </details>
  );
}
