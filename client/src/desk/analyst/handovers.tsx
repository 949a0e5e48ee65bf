import { useEffect, useState } from 'preact/hooks';
import { count, instant } from '../../words.js';
import { type Api, ask, Refusal } from '../api.js';
import { useDoing } from '../asking.js';
import { InputField } from '../field.js';
import { Form, versionIn } from '../form.js';
import { type BriefingDraft, draftOf, type Handover } from './briefing-draft.js';

type Item = Api['HandoverListItem'];

export interface HandoversProps {
  isEditor: boolean;
  /** something is pasted already, which taking one up would put aside */
  isBusy: boolean;
  /** counts what was done here: the lists are read again */
  turn: number;
  takeUp: (draft: BriefingDraft) => void;
  tell: (message: string) => void;
}

/** What analysts have handed on to the editors and nobody has recorded yet; and what was sent back to oneself. */
export function Handovers({ isEditor, isBusy, turn, takeUp, tell }: HandoversProps) {
  const [waiting, setWaiting] = useState<Item[]>([]);
  const [back, setBack] = useState<Item[]>([]);
  const load = async () => {
    const lists = ['waiting', 'ended'].map((state) =>
      ask<{ items: Item[] }>(`handovers?state=${state}&limit=50`).then(({ items }) => items),
    );
    const [open, ended] = await Promise.all(lists);
    setWaiting(open!);
    setBack(ended!.filter(({ mine, ended }) => mine && ended?.reason).slice(0, 3));
  };
  const attempt = (work: () => Promise<void>) =>
    void work().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      tell(error.message);
    });
  useEffect(() => attempt(load), [turn]);

  const open = (item: Item) =>
    attempt(async () => {
      const handover = await ask<Handover>(`handovers/${item.id}`);
      if (handover.briefing === null) return tell('Its words were redacted: it can only be sent back.');
      takeUp(draftOf(handover));
    });
  const ended = async (item: Item) => {
    tell(`“${item.headline}” does not wait any more.`);
    await load();
  };

  if (waiting.length + back.length === 0) return null;
  return (
    <section aria-labelledby="handed-on">
      <h2 id="handed-on">{`Handed on to the editors: ${count(waiting.length, 'briefing')}`}</h2>
      <ul class="grid-rows">
        {waiting.map((item) => (
          <li key={item.id}>
            <p>
              <strong>{item.headline}</strong> {`${item.by}, ${instant(item.recordedAt)}`}
              {item.note && `: ${item.note}`}
            </p>
            {isEditor && (
              <button type="button" onClick={() => open(item)}>
                {isBusy ? 'Take it up, in place of what is pasted' : 'Take it up'}
                <span class="unseen">{`: ${item.headline}`}</span>
              </button>
            )}{' '}
            <Ending item={item} onEnded={() => ended(item)} />
          </li>
        ))}
        {back.map((item) => (
          <li key={item.id}>
            <p>
              <strong>{item.headline}</strong>
              {` was sent back by ${item.ended!.by}: ${item.ended!.reason ?? ''} `}
              <button type="button" onClick={() => open(item)}>
                Open it again<span class="unseen">{`: ${item.headline}`}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ending({ item, onEnded }: { item: Item; onEnded: () => Promise<void> }) {
  const doing = useDoing();
  return (
    <details class="small-form">
      <summary>{item.mine ? 'Take it back' : 'Send it back'}</summary>
      <Form
        {...{ doing, sends: item.mine ? 'Take back' : 'Send back' }}
        version={item.version}
        onSend={async ({ reason, ...typed }) => {
          await ask(`handovers/${item.id}/ends`, { body: { reason }, version: versionIn(typed) });
          await onEnded();
        }}
      >
        <InputField
          {...{ name: 'reason', label: item.mine ? 'Why' : `Why; ${item.by} reads it`, maxLength: 4000 }}
          {...{ faults: doing.faults, autocomplete: 'off' }}
        />
      </Form>
    </details>
  );
}
