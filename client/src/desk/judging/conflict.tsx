import { useEffect, useRef, useState } from 'preact/hooks';
import type { Resolution } from '../../data.js';
import { day, instant, OUTCOME_WORDS } from '../../words.js';
import { ask } from '../api.js';
import { useDoing } from '../asking.js';
import { firstOf } from '../faults.js';
import { Field, Wrong } from '../field.js';
import { type Effect } from './effect-words.js';
import { EffectTable } from './effect.js';

/** A judgement of mine that came second, as it was sent. */
export type Mine = Record<string, unknown> & { outcome: string; reason?: string; outcomeOn?: string };

export interface ConflictProps {
  scenarioId: string;
  mine: Mine;
  theirs: Resolution;
  /** of the scenario that both judged, with theirs on record */
  version: number;
  onKept: () => void;
  onCorrected: (said: string) => void;
}

const worded = (outcome: string): string => (OUTCOME_WORDS as Record<string, string>)[outcome] ?? 'Reopened';

/** Two judged at once: both versions side by side. One keeps theirs, or corrects it with one's own, with a reason. */
export function Conflict({ scenarioId, mine, theirs, version, onKept, onCorrected }: ConflictProps) {
  const [reason, setReason] = useState(mine.reason ?? '');
  const [effect, setEffect] = useState<Effect | null>(null);
  const { busy, faults, run } = useDoing();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  // What the queue gave out went with the judgement that came second: this one is made knowing theirs.
  const { entry: _, ...rest } = mine;
  const body = { ...rest, reason: reason.trim(), supersedes: theirs.id };
  const preview = () =>
    run(async () => {
      const path = `scenarios/${scenarioId}/resolutions/preview`;
      setEffect(await ask<Effect>(path, { body, version }));
    });
  const correct = () =>
    run(async () => {
      await ask(`scenarios/${scenarioId}/resolutions`, { body, version });
      onCorrected('Theirs was corrected with yours; both stay on record.');
    });
  return (
    <section class="conflict" ref={place} tabIndex={-1} aria-label="Somebody else was faster">
      <h3>Somebody else was faster</h3>
      <div class="versions">
        <div>
          <h4>On record</h4>
          <p>
            <strong>{worded(theirs.outcome)}</strong>
            {theirs.outcomeOn && `, ${day(theirs.outcomeOn)}`}
          </p>
          <p>{theirs.reason}</p>
          <p class="note">{`${theirs.resolvedBy}, ${instant(theirs.recordedAt)}`}</p>
        </div>
        <div>
          <h4>Yours, not recorded</h4>
          <p>
            <strong>{worded(mine.outcome)}</strong>
            {mine.outcomeOn && `, ${day(mine.outcomeOn)}`}
          </p>
          <p>{mine.reason}</p>
        </div>
      </div>
      <Field name="reason" label="Why yours corrects theirs; published" faults={faults}>
        <textarea rows={2} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Wrong text={firstOf(faults, 'reason')} />
      {effect && <EffectTable effect={effect} />}
      <p class="desk-actions">
        <button type="button" onClick={onKept}>
          Keep theirs
        </button>
        {effect ? (
          <button type="button" disabled={busy} onClick={() => void correct()}>
            Correct theirs with mine
          </button>
        ) : (
          <button type="button" disabled={busy} onClick={() => void preview()}>
            See what correcting theirs would do
          </button>
        )}
      </p>
    </section>
  );
}
