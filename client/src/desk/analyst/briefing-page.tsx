import { useState } from 'preact/hooks';
import { count } from '../../words.js';
import { ask, Refusal } from '../api.js';
import { type DeskPageProps, mayActAs } from '../desk-pages.js';
import { useDraft, writeDraft } from '../draft.js';
import { areLines } from '../lines/lines.js';
import { useChoices } from '../quick/use-choices.js';
import {
  type BriefingDraft,
  briefingOf,
  certaintyIn,
  EMPTY,
  gridOf,
  needsEditor,
  obstacleTo,
  previewOf,
  type Reading,
  type Row,
} from './briefing-draft.js';
import { Fields } from './briefing-fields.js';
import { Dropped, Notes } from './briefing-notes.js';
import { BriefingRow } from './briefing-row.js';
import { HandOn } from './hand-on.js';
import { Handovers } from './handovers.js';
import { usePreview } from './use-briefing.js';
import { useChecks } from './use-checks.js';

/** A pasted briefing as a grid of what would be recorded; nothing is written until that is confirmed. */
export function BriefingPage({ account }: DeskPageProps) {
  const [draft, change, clear] = useDraft<BriefingDraft>(`briefing:${account.id}`, EMPTY);
  const [told, tell] = useState<{ message: string; briefing?: string } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const { topics, forecasters } = useChoices(account);
  const isEditor = mayActAs(account, 'editor');
  const forecaster = draft.forecaster || (account.mayLogFor === null ? '' : (forecasters[0]?.slug ?? ''));
  const isEmpty = draft.text.trim() === '' && draft.scenarios === null;
  const question = isEmpty ? null : JSON.stringify(previewOf({ ...draft, forecaster }));
  const { reading, isFresh, refusal } = usePreview(question);

  const topic =
    topics.find(({ slug, name }) => [slug, name].includes(reading?.briefing.topic ?? ''))?.slug ?? null;
  const rows = reading ? gridOf(draft, reading) : [];
  const checks = useChecks(rows, topic);
  const obstacle = reading && obstacleTo(draft, reading, isEditor);
  const edit = (part: Partial<BriefingDraft>) => {
    tell(null);
    setWrong(null);
    change({ certain: false, ...part });
  };
  const setRow = (index: number, row: Row | null) =>
    edit({ scenarios: rows.flatMap((one, at) => (at !== index ? [one.row] : row ? [row] : [])) });

  const record = async () => {
    if (!reading || busy) return;
    const certainty = certaintyIn(draft, reading);
    if (certainty !== null) {
      change({ certain: true });
      return setWrong(certainty);
    }
    setBusy(true);
    setWrong(null);
    try {
      const body = briefingOf({ ...draft, forecaster }, reading);
      const recorded = await ask<Reading>('briefings', { body });
      clear();
      setTurn(turn + 1);
      tell({
        ...(recorded.briefing.id && { briefing: recorded.briefing.id }),
        message: recordedInWords(recorded),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setWrong(error.message);
    } finally {
      setBusy(false);
    }
  };

  const asLines = () => {
    writeDraft(`lines:${account.id}`, { text: draft.text });
    clear();
    location.assign('/desk/lines');
  };

  return (
    <section class="desk-wide">
      <h1>Paste a briefing</h1>
      <Handovers
        {...{ isEditor, turn }}
        isBusy={!isEmpty}
        takeUp={(handed) => edit(handed)}
        tell={(message) => tell({ message })}
      />
      <label>
        <span class="chip-label">The text, Markdown or HTML of a briefing, or of its next edition</span>
        <textarea
          id="briefing-text"
          class="briefing-text"
          maxLength={200_000}
          value={draft.text}
          onInput={({ currentTarget }) =>
            currentTarget.value === ''
              ? clear()
              : edit({ text: currentTarget.value, scenarios: null, choices: {}, whys: {} })
          }
        />
      </label>
      {draft.scenarios === null && draft.text.trim() !== '' && areLines(draft.text) && (
        <p class="desk-notice">
          These read as single predictions, and not as a briefing.{' '}
          <button type="button" onClick={asLines}>
            Log them one by one
          </button>
        </p>
      )}
      <div role="status" class="quick-told">
        {told?.message}
        {told?.briefing && (
          <>
            {' '}
            <a href={`/briefings/${told.briefing}`}>Its page</a>
          </>
        )}
      </div>
      {(wrong ?? refusal) !== null && (
        <p class="desk-refusal" role="alert">
          {wrong ?? refusal}
        </p>
      )}
      {reading && (
        <>
          {draft.handed && (
            <p class="desk-notice">
              {`Handed on by ${draft.handed.by}${draft.handed.note ? `: ${draft.handed.note}` : ''}. `}
              <button type="button" onClick={clear}>
                Leave it waiting
              </button>
            </p>
          )}
          <Fields {...{ draft, reading, edit, forecaster, forecasters }} />
          <Notes reading={reading} />
          <h2>{`What would be recorded: ${count(reading.scenarios.length, 'scenario')}`}</h2>
          {draft.scenarios && (
            <button type="button" onClick={() => edit({ scenarios: null })}>
              Back to what was read
            </button>
          )}
          <ol class="grid-rows">
            {rows.map((grid, index) => {
              const id = grid.standing?.as === 'reworded' ? grid.standing.difference.id : '';
              return (
                <BriefingRow
                  key={index}
                  {...{ index, grid }}
                  check={checks[grid.row.statement]}
                  choice={draft.choices[id]}
                  mayChoose={isEditor}
                  change={(row) => setRow(index, row)}
                  remove={() => setRow(index, null)}
                  choose={(as) => edit({ choices: { ...draft.choices, [id]: as } })}
                />
              );
            })}
          </ol>
          <Dropped {...{ draft, reading, edit }} />
          {obstacle && <p class="desk-refusal">{obstacle}</p>}
          <button
            type="button"
            disabled={busy || !isFresh || obstacle !== null}
            onClick={() => void record()}
          >
            {busy ? 'Recording…' : 'Record all of this'}
          </button>
          {needsEditor(draft, reading, isEditor) && (
            <HandOn
              draft={{ ...draft, forecaster }}
              onDone={() => {
                clear();
                setTurn(turn + 1);
                tell({ message: 'Handed on: it waits for the editors on this page, and is kept there.' });
              }}
            />
          )}
        </>
      )}
    </section>
  );
}

function recordedInWords({ recognised, briefing, scenarios, refused }: Reading): string {
  if (recognised) return 'This briefing was on record already; nothing was doubled.';
  const but = refused.map(({ text, reason }) => ` Not taken of “${text}”: ${reason}`).join('');
  return `Recorded: “${briefing.headline}” with ${count(scenarios.length, 'scenario')}.${but}`;
}
