import { useEffect, useRef, useState } from 'preact/hooks';
import { saidPercent } from '../../words.js';
import { ask, Refusal } from '../api.js';
import { readDraft, useDraft, writeDraft } from '../draft.js';
import { areLines } from '../lines/lines.js';
import { whenInWords } from './quick-chips.js';
import { changed, EMPTY, missingIn, type QuickDraft, scenarioOf } from './quick-draft.js';
import type { QuickBoxProps } from './quick-host.js';
import { QuickReading } from './quick-reading.js';
import { useChoices } from './use-choices.js';
import { useReading } from './use-reading.js';

interface Told {
  message: string;
  /** the scenario that was recorded */
  id?: string;
  /** something has to be done */
  isWrong?: boolean;
}

/** One line, one Enter: a forecast on record. */
export function QuickBox({ account, onClose }: QuickBoxProps) {
  const [draft, change, clear] = useDraft<QuickDraft>(`quick:${account.id}`, EMPTY);
  const [usual, setUsual] = useState(
    () => readDraft<{ topic: string | null }>(`usual:${account.id}`, { topic: null }).topic,
  );
  const [told, tell] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const [showsCases, setShowsCases] = useState(false);
  const { reading, similar, refusal, now } = useReading(draft, usual);
  const { topics, forecasters } = useChoices(account);
  const dialog = useRef<HTMLDialogElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const latestKey = useRef(draft.onceKey);
  latestKey.current = draft.onceKey;
  const forecaster = draft.chosen.forecaster ?? forecasters[0]?.slug;

  useEffect(() => {
    dialog.current?.showModal();
    line.current?.focus();
  }, []);

  const edit = (part: Partial<QuickDraft>) => {
    change(changed(part));
    if (told?.isWrong) tell(null);
  };
  const demand = (field: string, message: string) => {
    tell({ message, isWrong: true });
    document.getElementById(`quick-${field === 'certain' ? 'line' : field}`)?.focus();
  };

  const record = async () => {
    if (busy) return;
    setBusy(true);
    tell(null);
    try {
      const latest = await now();
      const missing = missingIn(draft, latest);
      if (missing) {
        if (missing.field === 'certain') change({ certain: true });
        return demand(missing.field, missing.message);
      }
      const body = scenarioOf({ ...draft, chosen: { ...draft.chosen, forecaster } }, latest);
      const { id } = await ask<{ id: string }>('scenarios', { body, onceKey: draft.onceKey });
      // What was typed meanwhile is of the next one.
      if (latestKey.current === draft.onceKey) clear();
      setShowsCases(false);
      writeDraft(`usual:${account.id}`, { topic: latest.topic!.slug });
      setUsual(latest.topic!.slug);
      const said = saidPercent(draft.chosen.probability ?? latest.probability!);
      tell({ id, message: `Recorded: “${latest.statement}”, ${said}, by ${whenInWords(latest.deadline)}.` });
      dispatchEvent(new Event('hindcast:recorded'));
      line.current?.focus();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = error.fields
        .map((one) => one.field)
        .find((name) => document.getElementById(`quick-${name}`));
      const again = error.status === 401 ? ' Log in again: what you typed is kept in this browser.' : '';
      demand(field ?? 'line', error.message + again);
    } finally {
      setBusy(false);
    }
  };

  /** More than one line is a briefing, or several predictions: either has a page of its own. */
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.split('\n').filter((one) => one.trim() !== '').length < 2) return;
    event.preventDefault();
    const room = areLines(text) ? 'lines' : 'briefing';
    writeDraft(`${room}:${account.id}`, { text });
    location.assign(`/desk/${room}`);
  };

  const toggleCases = () => setShowsCases((shown) => !shown);
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== 'KeyE') return;
    event.preventDefault();
    toggleCases();
  };

  return (
    <dialog ref={dialog} class="quick" aria-labelledby="quick-title" onClose={onClose} onKeyDown={press}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <div class="quick-head">
          <h2 id="quick-title">Log a forecast</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close (Esc)
          </button>
        </div>
        <label>
          <span class="chip-label">One line, then Enter</span>
          <input
            id="quick-line"
            ref={line}
            value={draft.line}
            autocomplete="off"
            maxLength={4000}
            aria-describedby="quick-grammar quick-told"
            onInput={({ currentTarget }) => edit({ line: currentTarget.value })}
            onPaste={paste}
          />
        </label>
        <p id="quick-grammar" class="quick-grammar">
          {'! risk  + opportunity  > consequence · what could happen · by June · 65% · #topic'}
        </p>
        <div id="quick-told" role="status" class={told?.isWrong ? 'desk-refusal' : 'quick-told'}>
          {told?.message}
          {told?.id && (
            <>
              {' '}
              <a href={`/scenarios/${told.id}`}>Its page</a>
            </>
          )}
        </div>
        {refusal && !told && <p class="desk-refusal">{refusal.message}</p>}
        {reading && (
          <QuickReading
            of="quick"
            {...{ draft, reading, similar, account, topics, forecasters, showsCases, toggleCases }}
            change={edit}
          />
        )}
        <p>
          <button type="submit" disabled={busy || draft.line.trim() === ''}>
            {busy ? 'Recording…' : 'Record (Enter)'}
          </button>
        </p>
      </form>
    </dialog>
  );
}
