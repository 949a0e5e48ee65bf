import { listsOf } from '../components/counts.js';
import { PartList } from '../components/part-list.js';
import { PredictionItem } from '../components/prediction-item.js';
import { Extremes } from '../components/prediction-list.js';
import { RecordInShort } from '../components/record-in-short.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { ScenarioItem } from '../components/scenario-item.js';
import { Shell } from '../components/shell.js';
import type { ForecasterPageData } from '../story-data.js';
import { addressOf } from '../links.js';
import { calibrationLink, forecasterLink } from '../story-links.js';
import { endedInWords, FORECASTER_WORDS, withdrawnInWords } from '../story-words.js';
import { sizeOf } from '../words.js';

/** One forecaster's track record; of a person who keeps it private, that it is private. */
export function ForecasterPage({ site, forecaster, record }: ForecasterPageData) {
  const { slug, name, kind } = forecaster;
  return (
    <Shell site={site} here="forecasters">
      <section class="lead" aria-labelledby="name">
        <p class="kicker">
          <a href="/forecasters">Forecaster</a> · {FORECASTER_WORDS[kind]}
        </p>
        <h1 id="name">{name}</h1>
        {record ? <Short slug={slug} record={record} /> : <Private name={name} />}
      </section>
      {record && <Lists slug={slug} record={record} />}
    </Shell>
  );
}

interface RecordProps {
  slug: string;
  record: NonNullable<ForecasterPageData['record']>;
}

function Private({ name }: { name: string }) {
  return (
    <>
      <p class="size-note">
        The track record of {name} is not public: a person’s own is shown only when it has been switched on.
      </p>
      <p>
        What {name} said stays on record, by name, on the page of each prediction. It is not gathered here and
        not scored in public; in what several forecasters say together it counts.
      </p>
    </>
  );
}

function Short({ slug, record: { report } }: RecordProps) {
  return (
    <>
      <RecordInShort
        report={report}
        links={{
          ...{ resolved: '#resolved', open: '#open', overdue: '#open', annulled: '#annulled' },
          unscored: listsOf({ forecaster: slug }).unscored,
        }}
      />
      {report.n > 0 && <p>{withdrawnInWords(report)}</p>}
      {report.ended > 0 && (
        <p>
          {endedInWords(report)}{' '}
          <a href={addressOf('/record', { forecaster: slug }, { only: 'ended' })}>Which</a>
        </p>
      )}
      <p>
        <a href={calibrationLink({ forecaster: slug })}>The whole calibration, with all filters</a>
      </p>
    </>
  );
}

function Lists({ slug, record: { report, worst, best, resolved, open, annulled } }: RecordProps) {
  const path = forecasterLink(slug);
  const size = sizeOf(report.scenarios);
  return (
    <>
      {size !== 'none' && size !== 'few' && (
        <ReliabilitySection report={report} query={{ forecaster: slug }} />
      )}
      <Extremes worst={worst} best={best} />
      <PartList
        {...{ id: 'open', title: 'Open, the next deadline first', list: open, cursor: 'open', path }}
        {...{ none: 'Nothing is open.', what: 'open predictions' }}
        show={(scenario) => <ScenarioItem key={scenario.id} scenario={scenario} />}
      />
      <PartList
        {...{ id: 'resolved', title: 'Resolved, the latest first', list: resolved, cursor: 'resolved', path }}
        {...{ none: 'Nothing has been resolved yet.', what: 'resolved predictions' }}
        show={(item) => <PredictionItem key={item.scenario.id} item={item} />}
      />
      <PartList
        {...{ id: 'annulled', title: 'Annulled, never scored', list: annulled, cursor: 'annulled', path }}
        {...{ none: 'Nothing has been annulled.', what: 'annulled predictions' }}
        show={(scenario) => <ScenarioItem key={scenario.id} scenario={scenario} />}
      />
    </>
  );
}
