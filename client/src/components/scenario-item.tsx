import type { ComponentChildren } from 'preact';
import { scenarioLink } from '../links.js';
import type { StoryScenario } from '../story-data.js';
import { forecasterLink } from '../story-links.js';
import { firstInWords, standInWords } from '../story-words.js';
import { count, day, KIND_WORDS, saidPercent, TERM_WORDS } from '../words.js';
import { KindMark } from './kind-mark.js';

/** One line of a list: a scenario with where it stands now, and what is said of it. */
export function ScenarioItem({
  scenario,
  children,
}: {
  scenario: StoryScenario;
  children?: ComponentChildren;
}) {
  const { kind, term, premise, statement, deadline, state, overdue, said, others, median } = scenario;
  return (
    <li class="prediction">
      <KindMark kind={kind} />
      <div>
        <p class="prediction-statement">
          {premise && <span class="premise">If {premise}: </span>}
          <a href={scenarioLink(scenario.id)}>{statement}</a>
        </p>
        <p class="prediction-facts">
          <span>
            <b class={overdue ? 'overdue' : undefined}>{standInWords(scenario)}</b>
          </span>
          {state === 'open' && <span>deadline {day(deadline)}</span>}
          <span>
            {KIND_WORDS[kind]}, {TERM_WORDS[term]}
          </span>
        </p>
        {children}
      </div>
      <ul class="prediction-said said" aria-label="What is said of it">
        {said.map((one, place) => (
          <li key={place}>
            <b>{one.now === null ? '–' : saidPercent(one.now)}</b>
            <span>
              {one.forecaster ? (
                <a href={forecasterLink(one.forecaster.slug)}>{one.forecaster.name}</a>
              ) : (
                'a person'
              )}
              {firstInWords(one)}
              {one.archival && (
                <>
                  {' '}
                  <em class="archival">archival</em>
                </>
              )}
            </span>
          </li>
        ))}
        {median !== null && (
          <li>
            <b class="median">{saidPercent(median)}</b>
            <span>median{others > 0 && `, with ${count(others, 'other')}`}</span>
          </li>
        )}
        {said.length === 0 && <li class="none">no forecast</li>}
      </ul>
    </li>
  );
}
