import { KindMark } from '../components/kind-mark.js';
import { webAddress } from '../links.js';
import {
  ANNULMENT_WORDS,
  BASIS_WORDS,
  BEARING_WORDS,
  day,
  KIND_WORDS,
  lateInWords,
  OUTCOME_WORDS,
  saidPercent,
  STANDING_WORDS,
  TERM_WORDS,
} from '../words.js';
import { isDisputable, type Ruling } from '../../../src/track-records/disputes.js';
import type {
  PublicRecord,
  RecordEvidence,
  RecordScenario,
} from '../../../src/track-records/public-record.js';
import { RulingChoice } from './ruling-choice.js';

/** Looks up how a topic or a forecaster is called. */
export interface Names {
  topics: ReadonlyMap<string, string>;
  forecasters: ReadonlyMap<string, string>;
}

export const namesIn = ({ topics, forecasters }: Pick<PublicRecord, 'topics' | 'forecasters'>): Names => ({
  topics: new Map(topics.map(({ slug, title }) => [slug, title])),
  forecasters: new Map(forecasters.map(({ slug, name }) => [slug, name])),
});

export interface ArguedItemProps {
  scenario: RecordScenario;
  names: Names;
  asOf: string;
  ruling?: Ruling | undefined;
  /** Missing where nothing can be chosen: without scripts. */
  onRule?: (id: string, ruling: Ruling | null) => void;
}

/** One scenario of the record: what was said, what became of it, on what that rests, and the reader's say. */
export function ArguedItem({ scenario, names, asOf, ruling, onRule }: ArguedItemProps) {
  const { kind, term, premise, statement, reason } = scenario;
  return (
    <li class={`argued${ruling ? ' argued-disputed' : ''}`} id={`s-${scenario.id}`}>
      <p class="kicker">
        <KindMark kind={kind} /> {KIND_WORDS[kind]}, {TERM_WORDS[term]} ·{' '}
        {names.topics.get(scenario.topic) ?? scenario.topic}
      </p>
      <h3>
        {premise && <span class="premise">If {premise}: </span>}
        {statement}
      </h3>
      <Said scenario={scenario} names={names} />
      <p>
        <strong>{stateWords(scenario, asOf)}</strong>
        {scenario.basis && scenario.state === 'resolved' && ` Basis: ${BASIS_WORDS[scenario.basis]}.`}
        {scenario.onUnconfirmed && ' It rests on an event that was not confirmed.'}
        {scenario.selfResolved && ' Judged by somebody who had made a forecast on it.'}
      </p>
      {reason && <p>{reason}</p>}
      {onRule && isDisputable(scenario, asOf) && (
        <RulingChoice id={scenario.id} statement={statement} ruling={ruling} onRule={onRule} />
      )}
      <Grounds scenario={scenario} />
    </li>
  );
}

function Said({ scenario, names }: Pick<ArguedItemProps, 'scenario' | 'names'>) {
  if (scenario.forecasts.length === 0) return <p class="none">Nobody gave a probability.</p>;
  return (
    <ul class="said">
      {scenario.forecasts.map((forecast, index) => (
        <li key={index}>
          <b>{saidPercent(forecast.probabilityBp / 10_000)}</b>{' '}
          {names.forecasters.get(forecast.forecaster) ?? forecast.forecaster}, {day(forecast.statedAt)}
          {forecast.reconstructed ? (
            <em class="archival"> a number put to words afterwards: not scored</em>
          ) : (
            forecast.archival && (
              <>
                {' '}
                <em class="archival">archival</em>
              </>
            )
          )}
          {forecast.withdrawnAt && `, withdrawn ${day(forecast.withdrawnAt)}`}
        </li>
      ))}
    </ul>
  );
}

function stateWords(scenario: RecordScenario, asOf: string): string {
  const { state, outcome, outcomeOn, lateOn, deadline, annulment } = scenario;
  if (state === 'open')
    return scenario.closesAt <= asOf
      ? `Overdue since ${day(deadline)}: awaiting evidence.`
      : `Open until the end of ${day(deadline)}.`;
  if (outcome === 'annulled') return `Annulled${annulment ? `: ${ANNULMENT_WORDS[annulment]}` : ''}.`;
  const on = outcomeOn === null ? ', on a day not on record' : `, ${day(outcomeOn)}`;
  const late = lateOn === null ? '' : ` (${lateInWords(deadline, lateOn)})`;
  return `${OUTCOME_WORDS[outcome!]}${on}${late}.`;
}

/** What would have had to be seen, and what was. */
function Grounds({
  scenario: { criteria, evidence, openedOn, deadline, zone },
}: {
  scenario: RecordScenario;
}) {
  return (
    <details>
      <summary>
        Criteria and evidence ({evidence.length === 1 ? '1 event' : `${evidence.length} events`})
      </summary>
      <p class="note">
        Opened {day(openedOn)}; deadline the end of {day(deadline)} ({zone}).
      </p>
      {criteria ? (
        <>
          <p>
            {criteria.text} <span class="note">(criteria, version {criteria.version})</span>
          </p>
          {criteria.edgeCases.length > 0 && (
            <ul>
              {criteria.edgeCases.map((row, index) => (
                <li key={index}>
                  {row.case}: {row.counts ? 'yes' : 'no'}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p class="none">No criteria are on record.</p>
      )}
      {evidence.length === 0 ? (
        <p class="none">No event has been linked to this prediction.</p>
      ) : (
        <ol class="evidence">
          {evidence.map((one, index) => (
            <EventItem key={index} {...one} />
          ))}
        </ol>
      )}
    </details>
  );
}

function EventItem({ headline, occurredOn, standing, bearing, sources }: RecordEvidence) {
  return (
    <li>
      <h4>{headline}</h4>
      <p class="note">
        {day(occurredOn)} · {STANDING_WORDS[standing]} · <strong>{BEARING_WORDS[bearing]}</strong>
      </p>
      {sources.length > 0 && (
        <ul class="sources" aria-label="Sources">
          {sources.map((source, index) => (
            <li key={index}>
              {webAddress(source.url) ? (
                <a href={webAddress(source.url)!} rel="noopener noreferrer nofollow external">
                  {source.outlet}
                </a>
              ) : (
                source.outlet
              )}
              {source.publishedOn && `, ${day(source.publishedOn)}`}
              {source.digest && (
                <span class="digest">
                  SHA-256 <code>{source.digest}</code>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
