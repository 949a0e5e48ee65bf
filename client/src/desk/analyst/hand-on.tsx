import { useState } from 'preact/hooks';
import { ask, Refusal } from '../api.js';
import { type BriefingDraft, handoverOf } from './briefing-draft.js';

export interface HandOnProps {
  draft: BriefingDraft;
  onDone: () => void;
}

/** What an analyst may not say alone goes to the editors, whole. */
export function HandOn({ draft, onDone }: HandOnProps) {
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const body = { briefing: handoverOf(draft), ...(note.trim() && { note: note.trim() }) };
      await ask('handovers', { body });
      onDone();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setWrong(error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="hand-on"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <label class="chip chip-wide">
        <span class="chip-label">A word to the editors (optional)</span>
        <input value={note} maxLength={4000} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      <p class="note">
        It counts from when an editor records it: more than 72 hours after publication it is archival.
      </p>
      {wrong !== null && (
        <p class="desk-refusal" role="alert">
          {wrong}
        </p>
      )}
      <button type="submit" disabled={busy}>
        Hand it on to the editors
      </button>
    </form>
  );
}
