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

/** So many are shown of those that a search finds. */
const SHOWN = 20;
/** Whoever types on within so many milliseconds asks for something else. */
const PAUSE = 200;

interface Found {
  /** null before there are words, or while they are asked for */
  found: Choice[] | null;
  /** whether others hold the words too */
  more: boolean;
  failure: string | null;
}

const NOTHING: Found = { found: null, more: false, failure: null };

/** Events of a topic that hold some words. */
function useFound(topic: string, words: string): Found {
  const [answer, setAnswer] = useState<Found & { words: string }>();
  useEffect(() => {
    if (words === '') return;
    let isOld = false;
    const later = setTimeout(() => {
      const query = `topic=${encodeURIComponent(topic)}&q=${encodeURIComponent(words)}&limit=${SHOWN}`;
      ask<{ items: Choice[]; next: string | null }>(`events?${query}`).then(
        ({ items, next }) => {
          const found = items.map((event) => ({ ...event, says: 'in this topic' }));
          if (!isOld) setAnswer({ words, found, more: next !== null, failure: null });
        },
        (error: Error) => !isOld && setAnswer({ ...NOTHING, words, failure: error.message }),
      );
    }, PAUSE);
    return () => {
      isOld = true;
      clearTimeout(later);
    };
  }, [topic, words]);
  return answer?.words === words ? answer : NOTHING;
}

/** The events that one may name: those linked, those suggested, others of the topic, one that is new. */
export function EventChoice(props: EventChoiceProps) {
  const [kept, setKept] = useState<Choice[]>([]); // chosen or added here: they stay, whatever is searched for next
  const [search, setSearch] = useState('');
  const wanted = search.trim();
  const { found, more, failure } = useFound(props.topic, wanted);
  const known = choicesOf(props.linked, props.suggested ?? []);
  const listed = [...known];
  for (const one of [...kept, ...(found ?? [])])
    if (!listed.some(({ id }) => id === one.id)) listed.push(one);
  const choose = (one: Choice) => {
    setKept((before) => [...before.filter(({ id }) => id !== one.id), one]);
    props.onChoose(one);
  };
  // What was just added is chosen, and the form goes on from there.
  const list = useRef<HTMLUListElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (added) list.current?.querySelector<HTMLElement>(`input[value="${added}"]`)?.focus();
  }, [added]);
  return (
    <FieldGroup name="evidence" label={props.label} faults={props.faults} hint={props.hint}>
      <ul ref={list} class="event-choice">
        {listed.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type={props.single ? 'radio' : 'checkbox'}
                name="evidence"
                value={one.id}
                checked={props.chosen.includes(one.id)}
                onChange={() => choose(one)}
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
            onInput={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </label>
        {found?.length === 0 && <p class="field-hint">No event of this topic says that.</p>}
        {more && <p class="field-hint">{`The latest ${SHOWN} that say it; further words narrow it.`}</p>}
        {failure && (
          <p class="desk-refusal" role="alert">
            {failure}
          </p>
        )}
        <NewEvent
          topic={props.topic}
          onAdded={(event) => {
            choose({ ...event, says: 'just added' });
            setAdded(event.id);
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
