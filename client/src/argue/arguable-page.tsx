import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Report } from '../data.js';
import type { PublicRecord } from '../../../src/track-records/public-record.js';
import type { RecordTotals } from '../../../src/track-records/record-totals.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { headline, instant, sizeNote, sizeOf, unbroken } from '../words.js';
import { namesIn } from './argued-item.js';
import { ArguedList } from './argued-list.js';
import { Comparison, Movement } from './comparison.js';
import { type Choices, fragmentOf, NOTHING, objectionsIn, readFragment } from './objections.js';
import { foundWords, ObjectionsPanel } from './objections-panel.js';
import { reportFor } from './report-for.js';
import { ViewForm } from './view-form.js';

export interface ArguableProps {
  record: PublicRecord;
  /** SHA-256 of the record as it stands in the file, hex. */
  digest: string;
  /** The report as recorded, of all of it. */
  recorded: Report;
  /** Of all of it: the server knows them, and hands over the first page of scenarios. */
  totals: RecordTotals;
}

/** Whose record, of when: the title of the file. */
export const titleOf = ({ desk, asOf, version }: Pick<PublicRecord, 'desk' | 'asOf' | 'version'>): string =>
  `The record of ${desk} as of ${instant(asOf)}, version ${version}`;

/** The record that can be argued with: as recorded at first, then as its reader would have it. */
export function ArguablePage({ record, digest, recorded, totals }: ArguableProps) {
  const [{ choices, remark }, setState] = useState<{ choices: Choices; remark: string | null }>({
    choices: NOTHING,
    remark: null,
  });
  const { disputes, view } = choices;
  const names = useMemo(() => namesIn(record), [record]);
  const before = useMemo(
    () => (Object.keys(view).length === 0 ? recorded : reportFor(record, view)),
    [record, recorded, view],
  );
  const disputed = objectionsIn(disputes);
  const after = useMemo(
    () => (disputed === 0 ? before : reportFor(record, view, disputes)),
    [record, before, disputed, disputes, view],
  );
  const choose = (chosen: Choices, said: string | null = null) => {
    setState({ choices: chosen, remark: said });
    writeAddress(fragmentOf(chosen));
  };
  useEffect(() => {
    const read = () => {
      const { choices: found, unknown } = readFragment(location.hash, record);
      setState({ choices: found, remark: foundWords(unknown) });
    };
    if (location.hash.length > 1) read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [record]);

  const size = sizeOf(after.scenarios);
  const drawn = size !== 'none' && size !== 'few';
  return (
    <>
      <Masthead record={record} digest={digest} />
      <main id="main" tabIndex={-1}>
        <section class="lead" aria-labelledby="headline">
          <h1 id="headline">{headline(before)}</h1>
          {before.verdict.text && <p class="verdict">{unbroken(before.verdict.text)}</p>}
          {sizeNote(before.scenarios) && !before.verdict.provisional && (
            <p class="size-note">{sizeNote(before.scenarios)}</p>
          )}
          <p class="selection">
            <span class="label">Counted here:</span> {before.selection.text}
          </p>
          <p class="note argue">
            Say where you disagree, and see what it does to the report. Nothing that you choose leaves this
            page.
          </p>
        </section>
        <ViewForm record={record} view={view} onChange={(chosen) => choose({ disputes, view: chosen })} />
        <Comparison before={before} after={after} disputed={disputed} />
        <div class="argue">
          <ObjectionsPanel {...{ record, digest, names, totals, choices, remark }} onChange={choose} />
        </div>
        {drawn && <ReliabilitySection report={after} revision={fragmentOf(choices)} />}
        <ArguedList
          {...{ record, names, view, disputes, totals }}
          onRule={(id, ruling) => {
            const { [id]: _before, ...others } = disputes.rulings;
            const rulings = ruling === null ? others : { ...others, [id]: ruling };
            choose({ view, disputes: { ...disputes, rulings } });
          }}
        />
      </main>
      {disputed > 0 && <Movement {...{ before, after, disputed }} />}
    </>
  );
}

function Masthead({ record, digest }: Pick<ArguableProps, 'record' | 'digest'>) {
  return (
    <header>
      {record.example && (
        <p class="example">
          <strong>Example desk:</strong> everything here is invented.
        </p>
      )}
      <div class="masthead">
        <p class="masthead-name">{titleOf(record)}</p>
        <p class="masthead-line">
          A record that can be argued with: one file, which asks nobody for anything.
        </p>
      </div>
      <p class="file-facts note">
        SHA-256 of the record in this file: <code>{digest}</code>
      </p>
    </header>
  );
}

/** In place of the last one: going back leaves the page, and does not walk through every choice. */
function writeAddress(fragment: string): void {
  history.replaceState(null, '', `${location.pathname}${location.search}${fragment ? `#${fragment}` : ''}`);
}
