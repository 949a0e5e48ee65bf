import type { Evidence, Resolution, Scenario } from '../data.js';
import { DOUBT_WORDS, flagsOf } from '../judging-words.js';
import { scenarioLink } from '../links.js';
import { doubtsInWords } from '../ground-words.js';
import { ANNULMENT_WORDS, BASIS_WORDS, day, instant, lateInWords, OUTCOME_WORDS } from '../words.js';

/** Every judgement on record, oldest first; what was superseded stays visible. */
export function ResolutionSection({ scenario }: { scenario: Scenario }) {
  const { resolutions, evidence, deadline } = scenario;
  if (resolutions.length === 0) return null;
  const standing = resolutions.at(-1);
  const corrected = resolutions.length > 1;
  return (
    <section aria-labelledby="resolution">
      <h2 id="resolution">{corrected ? 'Resolution and corrections' : 'Resolution'}</h2>
      <ol class={`history${corrected ? ' history-beside' : ' history-single'}`}>
        {resolutions.map((resolution) => (
          <li key={resolution.id} class={resolution === standing ? 'standing' : 'superseded'}>
            <p class="history-head">
              <strong>{wordOf(resolution)}</strong>
              {resolution.outcomeOn && resolution.outcome !== 'annulled' && `, ${day(resolution.outcomeOn)}`}
              {corrected && (
                <span class="tag">
                  {resolution === standing
                    ? resolution.supersedes
                      ? 'correction: this stands'
                      : 'this stands'
                    : 'superseded'}
                </span>
              )}
            </p>
            {resolution.reason && <p>{resolution.reason}</p>}
            {resolution.shortfall && <p>What fell short: {resolution.shortfall}</p>}
            {resolution.lateOn && (
              <p>
                It {lateInWords(deadline, resolution.lateOn)}, on {day(resolution.lateOn)}; that does not
                change the outcome.
              </p>
            )}
            {resolution.duplicateOf && (
              <p>
                It repeats <a href={scenarioLink(resolution.duplicateOf)}>this prediction</a>.
              </p>
            )}
            {resolution.inDoubt && <p>In doubt: {DOUBT_WORDS[resolution.inDoubt]}.</p>}
            {[...doubtsInWords(resolution), ...flagsOf(resolution, scenario)].map((flag) => (
              <p key={flag}>{flag}</p>
            ))}
            <Rests resolution={resolution} evidence={evidence} />
            <p class="note">
              Recorded <time dateTime={resolution.recordedAt}>{instant(resolution.recordedAt)}</time>
              {` by ${resolution.resolvedBy}`}
              {resolution.criteriaVersion !== null &&
                `, under version ${resolution.criteriaVersion} of the criteria${writtenLate(resolution, scenario)}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Criteria that were written when the outcome may have been known are said to be so where they were judged by. */
const writtenLate = ({ criteriaVersion }: Resolution, { criteriaVersions }: Scenario): string =>
  criteriaVersions.find(({ version }) => version === criteriaVersion)?.late
    ? ', written when the outcome may have been known'
    : '';

function wordOf({ outcome, annulment }: Resolution): string {
  if (outcome === 'reopened') return 'Reopened';
  return outcome === 'annulled' && annulment
    ? `${OUTCOME_WORDS.annulled}: ${ANNULMENT_WORDS[annulment]}`
    : OUTCOME_WORDS[outcome];
}

function Rests({ resolution, evidence }: { resolution: Resolution; evidence: readonly Evidence[] }) {
  const shown = (ids: readonly string[]) =>
    ids.flatMap((id) => evidence.find(({ event }) => event.id === id) ?? []);
  const events = shown(resolution.evidence);
  const ofPremise = shown(resolution.premiseEvidence);
  return (
    <>
      {(resolution.basis || events.length > 0) && (
        <p>
          Basis: {resolution.basis ? BASIS_WORDS[resolution.basis] : 'events on record'}
          <Named events={events} />.
        </p>
      )}
      {resolution.premise && (
        <p>
          The “if”: {resolution.premise === 'held' ? 'held' : 'did not come about'}
          <Named events={ofPremise} />.
        </p>
      )}
    </>
  );
}

function Named({ events }: { events: readonly Evidence[] }) {
  return (
    <>
      {events.map(({ event }, i) => (
        <>
          {i === 0 ? ': ' : '; '}
          <a href={`#event-${event.id}`}>{event.headline}</a>
        </>
      ))}
    </>
  );
}
