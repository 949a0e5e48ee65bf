import { useEffect, useState } from 'preact/hooks';
import { CriteriaSection } from '../../components/criteria-section.js';
import { EditionsSection } from '../../components/editions-section.js';
import { ErrataNotes } from '../../components/errata-notes.js';
import { EvidenceSection } from '../../components/evidence-section.js';
import { ResolutionSection } from '../../components/resolution-section.js';
import type { Forecast } from '../../data.js';
import { day, instant, KIND_WORDS, TERM_WORDS } from '../../words.js';
import { type Api, ask } from '../api.js';
import type { DeskPageProps } from '../desk-pages.js';
import { Correction } from '../judging/correction.js';
import { DeferralForm } from '../judging/deferral-form.js';
import { ErratumForm } from '../judging/erratum-form.js';
import { EvidenceForm } from '../judging/evidence-form.js';
import { historyInWords } from '../judging/history-words.js';
import { Shown } from '../judging/queue-row.js';
import { type BlindRecord, readBlind, showForecasts } from '../judging/record.js';
import { SmallForm } from '../judging/small-forms.js';

const STANDINGS = [
  ...([
    ['confirmed', 'confirmed'],
    ['disputed', 'disputed'],
  ] as const),
  ...([
    ['retracted', 'retracted'],
    ['reported', 'reported'],
  ] as const),
] as const;

/** One prediction as an editor works on it: its criteria beside its evidence, every judgement, every row on record. */
export function JudgingPage({ params, account }: DeskPageProps) {
  const id = params.id ?? '';
  const [record, setRecord] = useState<BlindRecord | null>(null);
  const [history, setHistory] = useState<readonly Api['HistoryItem'][]>([]);
  const [forecasts, setForecasts] = useState<Forecast[] | null>(null);
  const [form, setForm] = useState<'evidence' | 'defer' | 'erratum' | null>(null);
  const [said, say] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const failed = (error: unknown) => setFailure(error instanceof Error ? error.message : String(error));

  const load = async (blind: boolean) => {
    setRecord(await readBlind(id));
    const path = `scenarios/${encodeURIComponent(id)}/history${blind ? '?blind=true' : ''}`;
    setHistory((await ask<Api['HistoryView']>(path)).items);
  };
  useEffect(() => void load(true).catch(failed), [id]);
  const done = (what: string) => {
    say(what);
    setForm(null);
    load(forecasts === null)
      .then(() => (forecasts === null ? undefined : showForecasts(id).then(setForecasts)))
      .catch(failed);
  };
  const show = async () => {
    setForecasts(await showForecasts(id));
    say('The forecasts are shown, and that they were is on record.');
    await load(false);
  };
  if (failure)
    return (
      <p class="desk-refusal" role="alert">
        {failure}
      </p>
    );
  if (!record) return <p class="none">Reading …</p>;
  const events = new Map(record.evidence.map(({ event }) => [event.id, event]));
  return (
    <div class="judging">
      <h1>{record.statement}</h1>
      {record.premise && (
        <p>
          Only if: <strong>{record.premise}</strong>
        </p>
      )}
      <p class="note">
        {`${KIND_WORDS[record.kind]}, ${TERM_WORDS[record.term]} · ${record.topic.title} · opened ${day(record.openedOn)}, by ${day(record.deadline)} · ${record.state}${record.overdue ? ', overdue' : ''} · `}
        <a href={`/scenarios/${record.id}`}>as readers see it</a>
      </p>
      <p class="queue-said" role="status" aria-live="polite">
        {said}
      </p>
      <div class="side-by-side judging-part">
        <div>
          <CriteriaSection scenario={record} />
          <SmallForm
            key={`criteria-${record.version}`}
            title="A new version of the criteria"
            path={`scenarios/${id}/criteria`}
            version={record.version}
            also={{ edgeCases: record.criteria?.edgeCases ?? [] }}
            fields={[
              {
                name: 'text',
                label: 'What would have to be seen, and where',
                value: record.criteria?.text ?? '',
                rows: 4,
              },
              {
                ...{ name: 'change', label: 'It is' },
                options: [
                  ['clarified', 'the same question, clarified'],
                  ['changed', 'another question: earlier forecasts end'],
                ],
              },
            ]}
            onDone={done}
          />
          <SmallForm
            title="How it can be judged"
            path={`scenarios/${id}/testability`}
            version={record.version}
            fields={[
              {
                ...{ name: 'testability', label: 'As an editor sees it' },
                options: [
                  ['observable', 'observable: the criteria name what is seen, and where'],
                  ['judged', 'judged: an editor will have to interpret'],
                  ['untested', 'untested: nobody has looked'],
                ],
              },
              { name: 'note', label: 'Note (optional)' },
            ]}
            onDone={done}
          />
        </div>
        <div>
          <EvidenceSection evidence={record.evidence} />
          {[...events.values()].map((event) => (
            <SmallForm
              key={event.id}
              title={`Change the standing of “${event.headline}”`}
              path={`events/${event.id}/standings`}
              version={event.version}
              fields={[
                { name: 'standing', label: 'It is now', options: STANDINGS },
                { name: 'reason', label: 'Why; published' },
              ]}
              onDone={done}
            />
          ))}
        </div>
      </div>
      <section aria-labelledby="judge">
        <h2 id="judge">{record.resolutions.length > 0 ? 'Correct it' : 'Did it happen?'}</h2>
        <Correction key={record.resolutions.at(-1)?.id ?? 'first'} record={record} onDone={done} />
        {form === 'evidence' && <EvidenceForm record={record} onDone={done} onClose={() => setForm(null)} />}
        {form === 'defer' && <DeferralForm record={record} onDone={done} onClose={() => setForm(null)} />}
        {form === 'erratum' && (
          <ErratumForm {...{ account, record, forecasts }} onDone={done} onClose={() => setForm(null)} />
        )}
        {form === null && (
          <p class="queue-actions">
            <button type="button" onClick={() => setForm('evidence')}>
              Link an event
            </button>
            {record.state === 'open' && (
              <button type="button" onClick={() => setForm('defer')}>
                Defer it
              </button>
            )}
            <button type="button" onClick={() => setForm('erratum')}>
              Correct a slip
            </button>
            {forecasts === null && (
              <button type="button" onClick={() => void show().catch(failed)}>
                Show forecasts
              </button>
            )}
          </p>
        )}
      </section>
      <ErrataNotes errata={record.errata} />
      <ResolutionSection scenario={record} />
      {forecasts && <Shown forecasts={forecasts} />}
      <EditionsSection scenario={record} />
      <section aria-labelledby="history">
        <h2 id="history">Everything on record</h2>
        {forecasts === null && <p class="note">Without forecasts, until you ask for them.</p>}
        <ol class="timeline">
          {history.map((item) => (
            <li key={`${item.kind} ${item.id}`}>
              {historyInWords(item)}
              {item.text && `: ${item.text}`}
              <br />
              <span class="note">{`${instant(item.recordedAt)}${item.by ? `, ${item.by}` : ''}`}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
