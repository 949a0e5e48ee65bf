import { EmbedCode } from '../components/embed-code.js';
import { CriteriaSection } from '../components/criteria-section.js';
import { ErrataNotes } from '../components/errata-notes.js';
import { EditionsSection } from '../components/editions-section.js';
import { EvidenceSection } from '../components/evidence-section.js';
import { ForecastsSection } from '../components/forecasts-section.js';
import { KindMark } from '../components/kind-mark.js';
import { LinksSection } from '../components/links-section.js';
import { ResolutionSection } from '../components/resolution-section.js';
import { ScoresSection } from '../components/scores-section.js';
import { Shell } from '../components/shell.js';
import type { Scenario } from '../data.js';
import type { PredictionPageData } from '../page-data.js';
import { PREMISE_STATE_WORDS } from '../ground-words.js';
import { scenarioLink } from '../links.js';
import { briefingLink, topicLink } from '../story-links.js';
import {
  day,
  gapInWords,
  KIND_WORDS,
  scoreInWords,
  stateInWords,
  stateWord,
  TERM_WORDS,
  VANTAGE_WORDS,
} from '../words.js';

/** One prediction, from the statement to the score. */
export function PredictionPage({ site, scenario, today }: PredictionPageData) {
  const {
    kind,
    term,
    topic,
    statement,
    premise,
    deadline,
    zone,
    openedOn,
    errata,
    premiseState,
    briefingId,
  } = scenario;
  const state = stateWord(scenario);
  return (
    <Shell site={site} here="elsewhere">
      <article>
        <header class="lead">
          <p class="kicker">
            <KindMark kind={kind} /> {KIND_WORDS[kind]}, {TERM_WORDS[term]} ·{' '}
            <a href={topicLink(topic.slug)}>{topic.title}</a>
          </p>
          {premise && <p class="premise">If {premise}:</p>}
          <h1 class="statement">{statement}</h1>
          <p class={`state state-${state}`}>{stateInWords(scenario, today)}</p>
          {state === 'overdue' && <Deferrals deferrals={scenario.deferrals} />}
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
            {briefingId && (
              <div>
                <dt>Published in</dt>
                <dd>
                  <a href={briefingLink(briefingId)}>its briefing</a>
                </dd>
              </div>
            )}
            {premise && (
              <div>
                <dt>Premise</dt>
                <dd>
                  The probability is the one given that the “if” holds.
                  {premiseState && ` ${PREMISE_STATE_WORDS[premiseState]}`}
                </dd>
              </div>
            )}
          </dl>
          <ErrataNotes errata={errata} />
        </header>
        <ForecastsSection scenario={scenario} today={today} />
        <CriteriaSection scenario={scenario} />
        <EditionsSection scenario={scenario} />
        <EvidenceSection evidence={scenario.evidence} />
        <ResolutionSection scenario={scenario} />
        <ScoresSection scenario={scenario} />
        <LinksSection links={scenario.links} />
        <Elsewhere scenario={scenario} />
        <EmbedCode
          site={site}
          path={`/embed/scenarios/${scenario.id}`}
          title="A prediction on record"
          height={260}
        />
      </article>
    </Shell>
  );
}

/** What an editor waits for: the latest says until when, and earlier ones stay. */
function Deferrals({ deferrals }: Pick<Scenario, 'deferrals'>) {
  return (
    <>
      {[...deferrals].reverse().map(({ until, reason }, i) => (
        <p class="note" key={i}>
          {i === 0 ? 'An editor will look again on' : 'Before that it was put off until'} {day(until)}:{' '}
          {reason}
        </p>
      ))}
    </>
  );
}

/** The same prediction for other pages and for machines. */
function Elsewhere({ scenario: { id, topic } }: { scenario: Scenario }) {
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">Take it with you</h2>
      <ul class="elsewhere">
        <li>
          <a href={`/embed${scenarioLink(id)}`}>To embed in a page</a>
        </li>
        <li>
          <a href={`/pictures/over-time/${id}.png`}>The chart as a picture</a>
        </li>
        <li>
          <a href={`/feeds${topicLink(topic.slug)}.atom`}>The feed of its topic</a>
        </li>
        <li>
          <a href={`/api/v1${scenarioLink(id)}`}>All of it, for machines</a>
        </li>
      </ul>
    </section>
  );
}

/** What each forecaster scored here, in words: as first published, and as it last stood where that differs. */
function Scores({ scenario }: { scenario: Scenario }) {
  const last = scenario.resolutions.at(-1);
  if (!last || last.outcome === 'reopened') return null;
  const { outcome } = last;
  const said = scenario.scores.filter(
    ({ vantage, forecaster, probability, records }) =>
      vantage === 'first' ||
      (vantage === 'last' &&
        !scenario.scores.some(
          (first) =>
            first.vantage === 'first' &&
            first.forecaster.slug === forecaster.slug &&
            first.records === records &&
            first.probability === probability,
        )),
  );
  if (said.length === 0) return null;
  return (
    <ul class="scores" aria-label="Score">
      {said.map((score) => (
        <li key={`${score.forecaster.slug}/${score.vantage}/${score.records}`}>
          {score.forecaster.name} {scoreInWords(score.probability, outcome)}
          {score.brierScore !== null && `; ${gapInWords(score.brierScore)}`}.
          <span class="note">
            {` ${VANTAGE_WORDS[score.vantage]}`}
            {score.archival && ', archival: not in the headline'}
          </span>
        </li>
      ))}
    </ul>
  );
}
