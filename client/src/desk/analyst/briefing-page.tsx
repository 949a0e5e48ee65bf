import { useEffect, useState } from 'preact/hooks';
import { count, saidPercent } from '../../words.js';
import { type Api, ask, Refusal } from '../api.js';
import { type DeskPageProps, mayActAs } from '../desk-pages.js';
import { useDraft } from '../draft.js';
import { useChoices } from '../quick/use-choices.js';
import {
  type BriefingDraft,
  briefingOf,
  type DraftScenario,
  EMPTY,
  obstacleTo,
  previewOf,
  type Reading,
  standingOf,
} from './briefing-draft.js';
import { BriefingRow } from './briefing-row.js';
import { useChecks } from './use-checks.js';

const PAUSE_MS = 400;

/** A pasted briefing as a grid of what would be recorded; nothing is written until that is confirmed. */
export function BriefingPage({ account }: DeskPageProps) {
  const [draft, change, clear] = useDraft<BriefingDraft>(`briefing:${account.id}`, EMPTY);
  const [reading, setReading] = useState<Reading | null>(null);
  const [told, tell] = useState<{ message: string; briefing?: string } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { topics, forecasters } = useChoices(account);
  const isEditor = mayActAs(account, 'editor');
  const forecaster = draft.forecaster || (account.mayLogFor === null ? '' : (forecasters[0]?.slug ?? ''));
  const question = JSON.stringify(previewOf({ ...draft, forecaster }));

  useEffect(() => {
    if (draft.text.trim() === '') return setReading(null);
    const stop = new AbortController();
    const read = async () => {
      try {
        const body = JSON.parse(question) as object;
        setReading(await ask<Reading>('briefings/preview', { body, signal: stop.signal }));
        setWrong(null);
      } catch (error) {
        if (!stop.signal.aborted) setWrong(error instanceof Refusal ? error.message : String(error));
      }
    };
    const wait = setTimeout(() => void read(), PAUSE_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [question]);

  const topic =
    topics.find(({ slug, name }) => [slug, name].includes(reading?.briefing.topic ?? ''))?.slug ?? null;
  const scenarios = reading?.scenarios ?? [];
  const checks = useChecks(scenarios, topic);
  const obstacle = reading && obstacleTo(draft, reading, isEditor);
  const edit = (part: Partial<BriefingDraft>) => {
    tell(null);
    change(part);
  };
  const setRow = (index: number, scenario: DraftScenario | null) =>
    edit({ scenarios: scenarios.flatMap((one, at) => (at !== index ? [one] : scenario ? [scenario] : [])) });

  const record = async () => {
    if (!reading || busy) return;
    setBusy(true);
    try {
      const body = briefingOf({ ...draft, forecaster }, reading);
      const recorded = await ask<Reading>('briefings', { body });
      clear();
      setWrong(null);
      const refused =
        recorded.refused.length > 0 ? `, ${count(recorded.refused.length, 'item')} refused` : '';
      tell({
        ...(recorded.briefing.id && { briefing: recorded.briefing.id }),
        message: recorded.recognised
          ? 'This briefing was on record already; nothing was doubled.'
          : `Recorded: “${recorded.briefing.headline}” with ${count(recorded.scenarios.length, 'scenario')}${refused}.`,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setWrong(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section class="desk-wide">
      <h1>Paste a briefing</h1>
      <label>
        <span class="chip-label">The text, Markdown or HTML of a briefing, or of its next edition</span>
        <textarea
          id="briefing-text"
          class="briefing-text"
          maxLength={200_000}
          value={draft.text}
          onInput={({ currentTarget }) =>
            edit({ text: currentTarget.value, scenarios: null, choices: {}, whys: {} })
          }
        />
      </label>
      <div role="status" class="quick-told">
        {told?.message}
        {told?.briefing && (
          <>
            {' '}
            <a href={`/briefings/${told.briefing}`}>Its page</a>
          </>
        )}
      </div>
      {wrong !== null && (
        <p class="desk-refusal" role="alert">
          {wrong}
        </p>
      )}
      {reading && (
        <>
          <Fields {...{ draft, reading, edit, forecaster, forecasters }} />
          <Notes reading={reading} />
          <h2>{`What would be recorded: ${count(scenarios.length, 'scenario')}`}</h2>
          {draft.scenarios && (
            <button type="button" onClick={() => edit({ scenarios: null })}>
              Back to what was read
            </button>
          )}
          <ol class="grid-rows">
            {scenarios.map((scenario, index) => {
              const standing = standingOf(index, reading.differences);
              const id = standing?.as === 'reworded' ? standing.difference.id : '';
              return (
                <BriefingRow
                  key={index}
                  {...{ index, scenario, standing }}
                  check={checks[scenario.statement]}
                  choice={draft.choices[id]}
                  mayChoose={isEditor}
                  change={(one) => setRow(index, one)}
                  remove={() => setRow(index, null)}
                  choose={(as) => edit({ choices: { ...draft.choices, [id]: as } })}
                />
              );
            })}
          </ol>
          <Dropped {...{ draft, reading, edit }} />
          {obstacle && <p class="desk-refusal">{obstacle}</p>}
          <button type="button" disabled={busy || obstacle !== null} onClick={() => void record()}>
            {busy ? 'Recording…' : 'Record all of this'}
          </button>
        </>
      )}
    </section>
  );
}

interface FieldsProps {
  draft: BriefingDraft;
  reading: Reading;
  edit: (part: Partial<BriefingDraft>) => void;
  forecaster: string;
  forecasters: readonly { slug: string; name: string }[];
}

function Fields({ draft, reading, edit, forecaster, forecasters }: FieldsProps) {
  const { topic, headline, publishedOn } = reading.briefing;
  return (
    <div class="quick-chips">
      <label class="chip">
        <span class="chip-label">Topic</span>
        <input
          value={draft.topic || (topic ?? '')}
          maxLength={200}
          onChange={({ currentTarget }) => edit({ topic: currentTarget.value })}
        />
      </label>
      <label class="chip">
        <span class="chip-label">Published on</span>
        <input
          type="date"
          value={draft.publishedOn || (publishedOn ?? '')}
          onChange={({ currentTarget }) => edit({ publishedOn: currentTarget.value })}
        />
      </label>
      {forecasters.length > 1 && (
        <label class="chip">
          <span class="chip-label">Forecaster</span>
          <select
            value={forecaster || 'desk'}
            onChange={({ currentTarget }) => edit({ forecaster: currentTarget.value })}
          >
            {forecasters.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="chip chip-wide">
        <span class="chip-label">Headline</span>
        <input
          value={draft.headline || (headline ?? '')}
          maxLength={500}
          onChange={({ currentTarget }) => edit({ headline: currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** What was guessed, what was refused, and what this text is to the record. */
function Notes({ reading }: { reading: Reading }) {
  return (
    <>
      {reading.recognised && <p class="desk-refusal">This briefing is on record, just so.</p>}
      {reading.changes && (
        <p class="desk-refusal">Another text of a briefing on record. The differences stand below.</p>
      )}
      {reading.follows && (
        <p class="desk-refusal">The next edition of a story on record. The differences stand below.</p>
      )}
      {reading.warnings.length > 0 && (
        <ul>
          {reading.warnings.map((one, index) => (
            <li key={index}>{one.message}</li>
          ))}
        </ul>
      )}
      {reading.refused.length > 0 && (
        <section>
          <h2>{`Refused: ${count(reading.refused.length, 'item')}`}</h2>
          <ul>
            {reading.refused.map((one, index) => (
              <li
                key={index}
              >{`${one.line === null ? '' : `Line ${one.line}: `}“${one.text}”: ${one.reason}`}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Dropped({ draft, reading, edit }: Pick<FieldsProps, 'draft' | 'reading' | 'edit'>) {
  const dropped: readonly Api['ScenarioOnRecord'][] = reading.differences?.dropped ?? [];
  if (dropped.length === 0) return null;
  return (
    <section>
      <h2>Left out of this edition: they stay open</h2>
      <ul class="grid-rows">
        {dropped.map(({ id, statement, probability }) => (
          <li key={id}>
            <p>{`${statement} ${probability === null ? '' : saidPercent(probability)}`}</p>
            <label class="chip chip-wide">
              <span class="chip-label">Why? It is shown; empty: nobody says</span>
              <input
                value={draft.whys[id] ?? ''}
                maxLength={4000}
                onInput={({ currentTarget }) => edit({ whys: { ...draft.whys, [id]: currentTarget.value } })}
              />
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
