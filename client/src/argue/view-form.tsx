import type { PublicRecord } from '../../../src/track-records/public-record.js';
import { Choice } from '../components/choice.js';
import { KIND_WORDS, TERM_WORDS, VANTAGE_WORDS } from '../words.js';
import type { View } from './objections.js';

export interface ViewFormProps {
  record: Pick<PublicRecord, 'topics' | 'forecasters' | 'filters'>;
  view: View;
  onChange: (view: View) => void;
}

/** Which part of the record is looked at, and which forecasts count: for both reports and for the list. */
export function ViewForm({ record, view, onChange }: ViewFormProps) {
  const of = record.filters; // what the whole record is of is no choice
  const set = (name: keyof View) => (value: string) => {
    const { [name]: _before, ...others } = view;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  return (
    <section class="filters argue" aria-labelledby="view">
      <h2 id="view">What you look at</h2>
      <form onSubmit={(event) => event.preventDefault()}>
        {of.topic === undefined && (
          <Choice
            label="Topic"
            chosen={view.topic}
            options={record.topics.map(({ slug, title }) => [slug, title])}
            onChange={set('topic')}
          />
        )}
        {of.kind === undefined && (
          <Choice
            label="Kind"
            chosen={view.kind}
            options={Object.entries(KIND_WORDS)}
            onChange={set('kind')}
          />
        )}
        {of.term === undefined && (
          <Choice
            label="Term"
            chosen={view.term}
            options={Object.entries(TERM_WORDS)}
            onChange={set('term')}
          />
        )}
        <Choice
          label="Who said it"
          chosen={view.forecaster}
          options={record.forecasters.filter((one) => one.public).map(({ slug, name }) => [slug, name])}
          onChange={set('forecaster')}
        />
        <Choice
          label="Which forecast counts"
          chosen={view.vantage ?? 'first'}
          any={null}
          options={Object.entries(VANTAGE_WORDS)}
          onChange={set('vantage')}
        />
        <Choice
          label="Records"
          chosen={view.records ?? 'live'}
          any={null}
          options={[
            ['live', 'taken down at the time'],
            ['all', 'archival ones too'],
          ]}
          onChange={set('records')}
        />
      </form>
    </section>
  );
}
