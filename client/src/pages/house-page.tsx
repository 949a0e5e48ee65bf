import type { ComponentChildren } from 'preact';
import { Shell } from '../components/shell.js';
import type { Annulment } from '../data.js';
import { agreementInWords } from '../judging-words.js';
import { addressOf, scenarioLink } from '../links.js';
import type { HousePageData, Practice } from '../story-data.js';
import { eventLink } from '../story-links.js';
import { ANNULMENT_WORDS, count, grouped } from '../words.js';

/** How this desk judges, for readers: each practice with an example from the record, where there is one. */
export function HousePage({ site, counts, annulled, corrections, rereads, examples, events }: HousePageData) {
  const see = (practice: Practice, words = 'For example') => (
    <Example {...{ words, example: examples[practice] }} />
  );
  return (
    <Shell site={site} here="house">
      <article class="prose house">
        <h1>How the house resolves</h1>
        <p class="verdict">
          An editor decides whether it happened, in writing, against criteria fixed beforehand and an event
          that came later. What was decided wrongly is corrected in the open.
        </p>

        <h2>Who may resolve</h2>
        <p>
          Editors resolve; analysts and readers cannot. Where an editor had made a forecast on the same
          prediction, the resolution says so, and so does the score. {see('selfResolved')}
        </p>

        <h2>Blind first</h2>
        <p>
          Editors work from a queue that hides who said what, and how likely they thought it, until an outcome
          is chosen. {see('hidden')} Whoever asks to see it first can; the resolution then says that it was
          shown. {see('shown')}
        </p>

        <h2>What settles a prediction</h2>
        <ul>
          <li>
            “Happened” needs an event on record that came after the prediction was made and not after its
            deadline. What had happened before is a precedent, never a proof. {see('observed')}
          </li>
          <li>
            “Did not happen” may rest on the deadline having passed with nothing of the kind on record.{' '}
            {see('absence')}
          </li>
          <li>
            “Did not happen” before the deadline needs the reason why it has become impossible. {see('early')}
          </li>
          <li>Where the criteria leave room, an editor judges, and says so. {see('judged')}</li>
          <li>
            What happens after all, but late, changes no outcome; how late it came is said beside it.{' '}
            {see('late')}
          </li>
          <li>
            An event that is reported but not confirmed can settle a prediction; the resolution is marked.{' '}
            {see('unconfirmed')}
          </li>
        </ul>
        <p>
          An event that is retracted settles nothing: what rested on it goes back to the queue.{' '}
          <Example
            words="A retracted event"
            example={events.retracted && { statement: events.retracted.headline, id: events.retracted.id }}
            link={eventLink}
          />{' '}
          Where sources contradict each other, all accounts stay side by side.{' '}
          <Example
            words="A disputed event"
            example={events.disputed && { statement: events.disputed.headline, id: events.disputed.id }}
            link={eventLink}
          />
        </p>

        <h2>What is annulled</h2>
        <p>
          What cannot be judged fairly is annulled, with its reason: it is never scored, and always counted
          beside the score. Now {count(counts.annulled, 'prediction is', 'predictions are')}{' '}
          <a href={addressOf('/record', { state: 'annulled' })}>annulled</a>, beside{' '}
          {count(counts.n, 'scored forecast')}.
        </p>
        <AnnulmentTable annulled={annulled} examples={examples} />

        <h2>What waits</h2>
        <p>
          A prediction whose deadline has passed is overdue until somebody judges it; now{' '}
          <a href={addressOf('/record', { state: 'overdue' })}>{grouped(counts.overdue)}</a> are. An editor
          may wait for evidence, until a day and with a reason; it stays publicly overdue meanwhile.{' '}
          {see('deferral')}
        </p>

        <h2>Corrections</h2>
        <p>
          Nothing on record is edited or deleted. A resolution that was wrong is superseded by another, with
          its reason, and both stay visible. {correctionsInWords(corrections)} {see('correction')}
        </p>
        <p>
          A slip, such as 28 for 82, gets an erratum with its proof: the corrected value counts, the slip
          stays visible. {see('erratum')}
        </p>

        <h2>Judged again</h2>
        <p>
          Now and then a sample of what was resolved is drawn by lot and judged again by another editor, who
          is not told the outcome. {agreementInWords(rereads) ?? 'Nothing has been judged again yet.'} Where
          the two differ, the prediction goes back to the queue. {see('reread')}
        </p>

        <h2>Written down late</h2>
        <p>
          A forecast that was taken down later than it was said is marked as archival, wherever it is shown.
          It counts only in the reports that ask for it. {see('archival')}
        </p>

        <h2>What is not shown</h2>
        <p>
          A desk may keep a prediction back until a day, or to itself. Until then it is in no list, no count
          and no score here; the time at which it was written down counts all the same. A person’s own track
          record is public only when it has been switched on: what they said is on record by name, without a
          score. Of a source, readers get the outlet, the day, the link and a short quote. What the law orders
          away is blanked and marked as redacted.
        </p>
        <p>
          <a href="/method">How predictions are scored</a>
        </p>
      </article>
    </Shell>
  );
}

interface ExampleProps {
  words: string;
  example: { id: string; statement: string } | undefined;
  link?: (id: string) => string;
}

/** A real one from the record; nothing where there is none. */
function Example({ words, example, link = scenarioLink }: ExampleProps): ComponentChildren {
  if (!example) return null;
  return (
    <span class="instance">
      {words}: <a href={link(example.id)}>{example.statement}</a>
    </span>
  );
}

function AnnulmentTable({ annulled, examples }: Pick<HousePageData, 'annulled' | 'examples'>) {
  return (
    <div class="scroll" role="region" aria-label="Annulled, by reason" tabIndex={0}>
      <table>
        <caption>Annulled predictions, by reason</caption>
        <thead>
          <tr>
            <th scope="col">Because</th>
            <th scope="col">Number</th>
            <th scope="col">The latest</th>
          </tr>
        </thead>
        <tbody>
          {(Object.entries(ANNULMENT_WORDS) as [Annulment, string][]).map(([annulment, words]) => (
            <tr key={annulment}>
              <th scope="row">{words}</th>
              <td>{grouped(annulled[annulment])}</td>
              <td>
                {examples[annulment] ? (
                  <a href={scenarioLink(examples[annulment].id)}>{examples[annulment].statement}</a>
                ) : (
                  <span class="none">none</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function correctionsInWords(corrections: number): string {
  if (corrections === 0) return 'None has been needed yet.';
  return `So far ${count(corrections, 'resolution has', 'resolutions have')} been superseded, or reopened.`;
}
