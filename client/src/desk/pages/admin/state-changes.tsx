import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../admin-words.js';
import { type Api, ask } from '../../api.js';
import { useDoing } from '../../asking.js';
import { firstOf } from '../../faults.js';
import { Wrong } from '../../field.js';

type Change = Api['StateChangeView'];

/** @param turn counts what was done on the page: the list is read again */
export function StateChanges({ turn }: { turn: number }) {
  const [items, setItems] = useState<readonly Change[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const doing = useDoing();
  const load = (before: readonly Change[], cursor: string | null) =>
    doing.run(async () => {
      const after = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await ask<Api['StateChangeViewPage']>(`changes?limit=25${after}`);
      setItems([...before, ...page.items]);
      setNext(page.next);
    });
  useEffect(() => void load([], null), [turn]);
  return (
    <section>
      <h2>What changed, and what it was before</h2>
      <p class="field-hint">Of topics, settings, forecasters and accounts; the latest first.</p>
      <Wrong text={firstOf(doing.faults)} />
      <ul class="desk-log">
        {items.map((item) => (
          <li key={item.id}>
            {changeInWords(item)}
            {item.requestId && <span class="note">{` request ${item.requestId}`}</span>}
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" disabled={doing.busy} onClick={() => void load(items, next)}>
          Show more
        </button>
      )}
    </section>
  );
}

function changeInWords({ recordedAt, subject, name, field, before, after, by }: Change): string {
  const values =
    before === null && after === null ? 'changed' : `${before ?? 'nothing'} → ${after ?? 'nothing'}`;
  return `${moment(recordedAt)} · ${subject} ${name}, ${field}: ${values}, by ${by ?? 'the command line'}`;
}
