import { useEffect, useState } from 'preact/hooks';
import { count } from '../../words.js';
import type { DeskPageProps } from '../desk-pages.js';
import { useDraft } from '../draft.js';
import { useChoices } from '../quick/use-choices.js';
import { LineRow } from './line-row.js';
import {
  changedRow,
  EMPTY,
  isCertain,
  type LinesDraft,
  obstacleTo,
  questionIn,
  repeated,
  type Row,
  withText,
} from './lines-draft.js';
import { LinesSource } from './lines-source.js';
import { type Recorded, recordRows } from './record-rows.js';
import { useReadings } from './use-readings.js';

/** Many predictions as a grid of what would be recorded; nothing is written until that is confirmed. */
export function LinesPage({ account }: DeskPageProps) {
  const [draft, change, clear] = useDraft<LinesDraft>(`lines:${account.id}`, EMPTY);
  const [told, tell] = useState<{ message: string; isWrong?: boolean } | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [confirmed, confirm] = useState(false);
  const [turn, setTurn] = useState(0);
  const { topics, forecasters } = useChoices(account);

  useEffect(() => {
    // What was pasted elsewhere comes as text alone.
    if (draft.text && draft.rows.length === 0) change(withText(draft.text, draft));
  }, []);

  const { rows } = draft;
  const waiting = rows.filter(({ recorded }) => recorded === null);
  const questions = rows.map((row) => questionIn(row, draft.topic));
  const readings = useReadings(questions, turn);
  const readOf = (row: Row) => readings.get(questionIn(row, draft.topic));
  const readingOf = (row: Row) => readOf(row)?.reading ?? null;
  const unread = waiting.filter((row) => readingOf(row) === null).length;
  const failed = waiting.some((row) => readOf(row)?.refusal);
  const again = repeated(rows, readingOf);

  const edit = (part: Partial<LinesDraft>) => {
    tell(null);
    confirm(false);
    change(part);
  };
  const setRow = (row: Row, next: Row | null) =>
    edit({ rows: rows.flatMap((one) => (one !== row ? [one] : next ? [next] : [])) });
  const demand = (row: Row, message: string) => {
    tell({ message: `Line ${row.at}: ${message}`, isWrong: true });
    document.getElementById(`line-${row.at}`)?.focus();
  };

  const record = async () => {
    for (const row of waiting) {
      const obstacle = obstacleTo(row, readingOf(row)!);
      if (obstacle !== null) return demand(row, obstacle);
    }
    const certain = waiting.find((row) => isCertain(row, readingOf(row)!));
    if (certain && !confirmed) {
      confirm(true);
      return demand(certain, 'it says that you are certain. Record again to say so.');
    }
    setDone(0);
    tell(null);
    let after = rows;
    const sum = await recordRows(waiting, {
      readingOf: (row) => readingOf(row)!,
      forecaster: forecasters[0]?.slug,
      onRow: (row, done) => {
        after = after.map((one) => (one.key === row.key ? row : one));
        change({ rows: after });
        setDone(done);
      },
    }).finally(() => setDone(null));
    dispatchEvent(new Event('hindcast:recorded'));
    tell({ message: inWords(sum), isWrong: sum.refused > 0 || sum.stopped !== null });
  };

  return (
    <section class="desk-wide">
      <h1>Log several</h1>
      <LinesSource
        text={draft.text}
        topic={draft.topic}
        isBusy={done !== null}
        topics={topics}
        onText={(text) => (text === '' ? clear() : edit(withText(text, draft)))}
        onTopic={(topic) => edit({ topic })}
        onFault={(message) => tell({ message, isWrong: true })}
      />
      <p>
        A briefing with headings and sections is read <a href="/desk/briefing">on a page of its own</a>.
      </p>
      <div role="status" class={told?.isWrong ? 'desk-refusal' : 'quick-told'}>
        {done === null ? told?.message : `Recording: ${done} done, ${waiting.length} to go…`}
      </div>
      {draft.fault && (
        <p class="desk-refusal" role="alert">
          {draft.fault}
        </p>
      )}
      {draft.unread.length > 0 && <p>{`Nothing is taken from these columns: ${draft.unread.join(', ')}.`}</p>}
      {rows.length > 0 && (
        <>
          <h2>{`What would be recorded: ${count(waiting.length, 'prediction')}`}</h2>
          {unread > 0 && (
            <p>
              {`Read: ${waiting.length - unread} of ${waiting.length}. `}
              {failed && (
                <button type="button" onClick={() => setTurn(turn + 1)}>
                  Read the others again
                </button>
              )}
            </p>
          )}
          <ol class="grid-rows" inert={done !== null}>
            {rows.map((row) => (
              <LineRow
                key={row.key}
                {...{ row, account, topics, forecasters }}
                read={readOf(row)}
                sameAs={again.get(row)}
                change={(part) => setRow(row, changedRow(row, part))}
                leaveOut={() => setRow(row, null)}
              />
            ))}
          </ol>
          {waiting.length > 0 ? (
            <button type="button" disabled={done !== null || unread > 0} onClick={() => void record()}>
              {done === null ? `Record ${count(waiting.length, 'prediction')}` : 'Recording…'}
            </button>
          ) : (
            <button type="button" onClick={clear}>
              Start anew
            </button>
          )}
        </>
      )}
    </section>
  );
}

function inWords({ recorded, refused, stopped }: Recorded): string {
  return [
    `Recorded: ${count(recorded, 'prediction')}.`,
    refused > 0 && `Refused: ${refused}; each says why.`,
    stopped && `${stopped} The others wait here.`,
  ]
    .filter(Boolean)
    .join(' ');
}
