import { PartList } from '../components/part-list.js';
import { Shell } from '../components/shell.js';
import type { ForecastersPageData } from '../story-data.js';
import { forecasterLink } from '../story-links.js';
import { FORECASTER_WORDS, scoreOfRecord } from '../story-words.js';
import { grouped } from '../words.js';

/** Who forecasts, with how much there is to judge them by. */
export function ForecastersPage({ site, list }: ForecastersPageData) {
  return (
    <Shell site={site} here="forecasters">
      <div class="lead intro">
        <h1>Forecasters</h1>
        <p>
          Who said it: desks, models, and the persons who have made their track record public. What everyone
          else said stands on each prediction’s page, by name and without a score.
        </p>
        <p class="note">
          These scores are of different questions. They do not rank anybody: who forecasts what is easy scores
          well.
        </p>
      </div>
      <PartList
        {...{ id: 'forecasters', title: 'By name', list, cursor: 'cursor', path: '/forecasters' }}
        {...{ none: 'Nobody’s track record is public yet.', what: 'forecasters', kind: 'entries' }}
        show={(one) => (
          <li class="entry" key={one.slug}>
            <p class="entry-head">
              <a href={forecasterLink(one.slug)}>{one.name}</a>{' '}
              <span class="tag">{FORECASTER_WORDS[one.kind]}</span>
            </p>
            <p class="counts">
              {scoreOfRecord(one)} · {grouped(one.open)} open
            </p>
          </li>
        )}
      />
    </Shell>
  );
}
