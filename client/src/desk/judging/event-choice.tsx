import { useEffect, useRef, useState } from 'preact/hooks';
import type { Evidence } from '../../data.js';
import { BEARING_WORDS, day, STANDING_WORDS } from '../../words.js';
import type { Standing } from '../../data.js';
import { ask } from '../api.js';
import type { Faults } from '../faults.js';
import { FieldGroup } from '../field.js';
import type { Happened } from './judgement-draft.js';
import { NewEvent } from './new-event.js';
import type { Suggested } from './record.js';

export interface EventChoiceProps {
  label: string;
  hint?: string;
  topic: string;
  openedOn: string;
  linked: readonly Evidence[];
  suggested?: readonly Suggested[];
  chosen: readonly string[];
  faults: Faults;
  onChoose: (event: Happened) => void;
  /** one only, as in a choice of one */
  single?: boolean;
}

interface Choice extends Happened {
  standing?: string;
  says: string;
}

/** The events that one may name: those linked, those suggested, others of the topic, one that is new. */
export function EventChoice(props: EventChoiceProps) {
  const [others, setOthers] = useState<Choice[]>([]);
  const [added, setAdded] = useState<Choice[]>([]);
  const [search, setSearch] = useState('');
  const known = choicesOf(props.linked, props.suggested ?? []);
  const rest = [...added, ...others].filter(({ id }) => !known.some((one) => one.id === id));
  const wanted = search.trim().toLowerCase();
  const found = rest.filter(
    (one) => props.chosen.includes(one.id) || (wanted !== '' && one.headline.toLowerCase().includes(wanted)),
  );
  // What was just added is chosen, and the form goes on from there.
  const list = useRef<HTMLUListElement>(null);
  const latest = added.at(-1)?.id;
  useEffect(() => {
    if (latest) list.current?.querySelector<HTMLElement>(`input[value="${latest}"]`)?.focus();
  }, [latest]);
  const load = async () => {
    if (others.length > 0) return;
    const page = await ask<{ items: Choice[] }>(`events?topic=${encodeURIComponent(props.topic)}&limit=200`);
    setOthers(page.items.map((event) => ({ ...event, says: 'in this topic' })));
  };
  return (
    <FieldGroup name="evidence" label={props.label} faults={props.faults} hint={props.hint}>
      <ul ref={list} class="event-choice">
        {[...known, ...found].map((one) => (
          <li key={one.id}>
            <label>
              <input
                type={props.single ? 'radio' : 'checkbox'}
                name="evidence"
                value={one.id}
                checked={props.chosen.includes(one.id)}
                onChange={() => props.onChoose(one)}
              />{' '}
              <span>
                {one.headline}
                <small>
                  {`${day(one.occurredOn)}${one.standing ? ` · ${STANDING_WORDS[one.standing as Standing]}` : ''} · ${one.says}`}
                  {one.occurredOn < props.openedOn && ' · earlier than the prediction: it cannot settle it'}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="event-search">
        <label>
          <span class="field-label">Search the topic’s events</span>
          <input
            type="search"
            value={search}
            onFocus={() => void load()}
            onInput={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </label>
        {wanted !== '' && found.length === 0 && <p class="field-hint">No event of this topic says that.</p>}
        <NewEvent
          topic={props.topic}
          onAdded={(event) => {
            setAdded((before) => [...before, { ...event, says: 'just added' }]);
            props.onChoose(event);
          }}
        />
      </div>
    </FieldGroup>
  );
}

function choicesOf(linked: readonly Evidence[], suggested: readonly Suggested[]): Choice[] {
  const seen = new Map<string, Choice>();
  for (const { event, bearing, on } of linked)
    if (on === 'statement')
      seen.set(event.id, {
        ...{ id: event.id, headline: event.headline, occurredOn: event.occurredOn },
        ...{ standing: event.standing, says: `linked: ${BEARING_WORDS[bearing]}` },
      });
  for (const { event, why } of suggested)
    if (!seen.has(event.id)) seen.set(event.id, { ...event, says: `suggested: ${why.join(', ')}` });
  return [...seen.values()];
}
