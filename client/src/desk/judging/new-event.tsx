import { useState } from 'preact/hooks';
import { type Api, ask } from '../api.js';
import { useDoing } from '../asking.js';
import { firstOf } from '../faults.js';
import { ChoiceField, InputField, Wrong } from '../field.js';
import type { Happened } from './judgement-draft.js';

const BLANK = { headline: '', occurredOn: '', outlet: '', publishedOn: '', url: '', standing: 'reported' };
type Name = keyof typeof BLANK;
const STANDINGS = [
  ['reported', 'reported'],
  ['confirmed', 'confirmed'],
] as const;

/** An event that nobody has logged yet, with the source that tells of it. It stands inside other forms. */
export function NewEvent({ topic, onAdded }: { topic: string; onAdded: (event: Happened) => void }) {
  const [draft, setDraft] = useState(BLANK);
  const { busy, faults, run } = useDoing();
  const [isOpen, setOpen] = useState(false);
  const add = () =>
    run(async () => {
      const { headline, occurredOn, standing, outlet, publishedOn, url } = draft;
      const source = { outlet, ...(publishedOn && { publishedOn }), ...(url && { url }) };
      const body = { topic, headline, occurredOn, standing, sources: outlet ? [source] : [] };
      onAdded(await ask<Api['EventView']>('events', { body }));
      setDraft(BLANK);
      setOpen(false);
    });
  const set = (name: Name) => (event: { currentTarget: HTMLInputElement }) =>
    setDraft({ ...draft, [name]: event.currentTarget.value });
  const input = (name: Name, label: string, type: 'text' | 'date' = 'text') => (
    <InputField {...{ name, label, type, faults, value: draft[name], onInput: set(name) }} />
  );
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault(); // it would send the form around it
    void add();
  };
  return (
    <details class="new-event" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>An event that is not on record yet</summary>
      <div onKeyDown={addOnEnter}>
        {input('headline', 'What happened')}
        {input('occurredOn', 'On which day', 'date')}
        {input('outlet', 'Who reports it')}
        {input('publishedOn', 'Published on', 'date')}
        {input('url', 'Address')}
        <ChoiceField
          {...{ name: 'standing', label: 'Standing', faults, words: STANDINGS, chosen: draft.standing }}
          onChoose={(standing) => setDraft({ ...draft, standing })}
        />
      </div>
      <Wrong text={firstOf(faults, ...Object.keys(draft))} />
      <button type="button" disabled={busy} onClick={() => void add()}>
        Add the event
      </button>
    </details>
  );
}
