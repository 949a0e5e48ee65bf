import { useEffect, useRef, useState } from 'preact/hooks';
import { saidPercent } from '../../words.js';
import { type Api, ask, Refusal } from '../api.js';
import { newOnceKey, useDraft } from '../draft.js';
import { readPercent } from '../percent.js';

export interface ReviseDialogProps {
  act: 'revise' | 'withdraw';
  item: Api['StandingItem'];
  standing: Api['StandingItem']['standings'][number];
  onClose: () => void;
  onDone: (message: string) => void;
}

const EMPTY = { percent: '', reason: '', onceKey: '', meant: null as number | null };

/** A new probability, or none any more, and why: Enter records. */
export function ReviseDialog({ act, item, standing, onClose, onDone }: ReviseDialogProps) {
  const { scenario } = item;
  const [version] = useState(scenario.version); // as it was read when the dialog opened
  const { slug, name } = standing.forecaster;
  const [draft, change, clear] = useDraft(`${act}:${scenario.id}:${slug}`, EMPTY);
  const [wrong, setWrong] = useState<string | null>(null);
  const [candidates, setCandidates] = useState<number[]>([]);
  const [certain, setCertain] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  const edit = (part: Partial<typeof EMPTY>) => {
    change({ ...part, onceKey: newOnceKey() });
    setWrong(null);
    setCandidates([]);
    setCertain(null);
  };
  const refuse = (message: string, field: string) => {
    setWrong(message);
    document.getElementById(field)?.focus();
  };

  const send = async () => {
    const reason = draft.reason.trim();
    const said = draft.meant === null ? readPercent(draft.percent) : { probability: draft.meant };
    if (act === 'revise') {
      if (said.probability === null) {
        const { candidates = [], question = '' } = readPercent(draft.percent);
        setCandidates(candidates);
        return refuse(question, 'revise-percent');
      }
      const isCertain = said.probability === 0 || said.probability === 1;
      if (isCertain && certain !== said.probability) {
        setCertain(said.probability);
        return setWrong(
          `${saidPercent(said.probability)} says that you are certain. Press Enter again to record it so.`,
        );
      }
    }
    if (!reason) return refuse('Say why, in a few words: it stands beside the forecast.', 'revise-reason');
    setBusy(true);
    try {
      const body =
        act === 'revise'
          ? { probability: said.probability, rationale: reason, forecaster: slug }
          : { reason, forecaster: slug };
      const path = `scenarios/${scenario.id}/${act === 'revise' ? 'forecasts' : 'withdrawals'}`;
      const answer = await ask<Partial<Api['LoggedForecast']>>(path, {
        body,
        version,
        onceKey: draft.onceKey,
      });
      clear();
      const warnings = (answer.warnings ?? []).map((one) => ` ${one.message}`).join('');
      onDone(
        act === 'revise'
          ? `Recorded: ${saidPercent(said.probability!)} by ${name} for “${scenario.statement}”.${warnings}`
          : `Withdrawn: the forecast of ${name} for “${scenario.statement}”. What was published first still counts.`,
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setBusy(false);
      refuse(error.message, act === 'revise' ? 'revise-percent' : 'revise-reason');
    }
  };

  return (
    <dialog ref={dialog} class="quick" aria-labelledby="revise-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <div class="quick-head">
          <h2 id="revise-title">{act === 'revise' ? 'Revise' : 'Withdraw'}</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close (Esc)
          </button>
        </div>
        <p class="marked-text">{scenario.statement}</p>
        <p>
          {standing.probability === null
            ? `${name} stands by no probability.`
            : `${name} stands by ${saidPercent(standing.probability)}.`}
        </p>
        {act === 'revise' && (
          <label class="chip">
            <span class="chip-label">New probability, %</span>
            {draft.meant !== null && <span class="chip-note">{`taken as ${saidPercent(draft.meant)}`}</span>}
            <input
              id="revise-percent"
              autofocus
              inputMode="decimal"
              autocomplete="off"
              value={draft.percent}
              onInput={({ currentTarget }) => edit({ percent: currentTarget.value, meant: null })}
            />
          </label>
        )}
        <label class="chip chip-wide">
          <span class="chip-label">Why</span>
          <input
            id="revise-reason"
            autofocus={act === 'withdraw'}
            autocomplete="off"
            maxLength={4000}
            value={draft.reason}
            onInput={({ currentTarget }) => edit({ reason: currentTarget.value })}
          />
        </label>
        {wrong !== null && (
          <p class="desk-refusal" role="alert">
            {wrong}{' '}
            {candidates.map((one) => (
              <button key={one} type="button" onClick={() => edit({ meant: one })}>
                {saidPercent(one)}
              </button>
            ))}
          </p>
        )}
        <p>
          <button type="submit" disabled={busy}>
            {act === 'revise' ? 'Record (Enter)' : 'Withdraw (Enter)'}
          </button>
        </p>
      </form>
    </dialog>
  );
}
