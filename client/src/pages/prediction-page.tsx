import { CriteriaSection } from '../components/criteria-section.js';
import { EvidenceSection } from '../components/evidence-section.js';
import { ForecastsSection } from '../components/forecasts-section.js';
import { KindMark } from '../components/kind-mark.js';
import { ResolutionSection } from '../components/resolution-section.js';
import { Shell } from '../components/shell.js';
import type { PredictionPageData, Scenario } from '../data.js';
import { frontLink } from '../links.js';
import {
  day,
  gapInWords,
  KIND_WORDS,
  saidPercent,
  scoreInWords,
  stateInWords,
  stateWord,
  TERM_WORDS,
  VANTAGE_WORDS,
} from '../words.js';

/** One prediction, from the statement to the score. */
export function PredictionPage({ site, scenario, today }: PredictionPageData) {
  const { kind, term, topic, statement, premise, deadline, zone, openedOn, deferral } = scenario;
  const state = stateWord(scenario);
  return (
    <Shell site={site} here="elsewhere">
      <article>
        <header class="lead">
          <p class="kicker">
            <KindMark kind={kind} /> {KIND_WORDS[kind]}, {TERM_WORDS[term]} ·{' '}
            <a href={frontLink({}, { topic: topic.slug })}>{topic.title}</a>
          </p>
          {premise && <p class="premise">If {premise}:</p>}
          <h1 class="statement">{statement}</h1>
          <p class={`state state-${state}`}>{stateInWords(scenario, today)}</p>
          {deferral && state === 'overdue' && (
            <p class="note">
              An editor will look again on {day(deferral.until)}: {deferral.reason}
            </p>
          )}
          <Scores scenario={scenario} />
          <dl class="facts">
            <div>
              <dt>Opened</dt>
              <dd>
                <time dateTime={openedOn}>{day(openedOn)}</time>
              </dd>
            </div>
            <div>
              <dt>Deadline</dt>
              <dd>
                end of <time dateTime={deadline}>{day(deadline)}</time> ({zone})
              </dd>
            </div>
            {premise && (
              <div>
                <dt>Premise</dt>
                <dd>The probability is the one given that the “if” holds.</dd>
              </div>
            )}
          </dl>
        </header>
        <ForecastsSection scenario={scenario} today={today} />
        <CriteriaSection scenario={scenario} />
        <EvidenceSection evidence={scenario.evidence} />
        <ResolutionSection scenario={scenario} />
      </article>
    </Shell>
  );
}

/** What each forecaster scored here, in words. */
function Scores({ scenario }: { scenario: Scenario }) {
  const last = scenario.resolutions.at(-1);
  if (!last || last.outcome === 'reopened' || scenario.scores.length === 0) return null;
  const outcome = last.outcome;
  return (
    <ul class="scores" aria-label="Score">
      {scenario.scores.map((score) => (
        <li key={`${score.forecaster.slug}/${score.vantage}`}>
          {score.forecaster.name}{' '}
          {score.probability === null
            ? 'has no forecast that counts'
            : score.counted
              ? scoreInWords(score.probability, outcome)
              : `said ${saidPercent(score.probability)}: not counted`}
          {score.counted && score.brierScore !== null && `; ${gapInWords(score.brierScore)}`}
          {!score.counted && score.reason && ` (${score.reason})`}.
          <span class="note"> {VANTAGE_WORDS[score.vantage]}</span>
        </li>
      ))}
    </ul>
  );
}
