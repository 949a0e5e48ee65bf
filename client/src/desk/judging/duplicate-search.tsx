import { useState } from 'preact/hooks';
import { day } from '../../words.js';
import { type Api, ask } from '../api.js';
import type { Faults } from '../faults.js';
import { FieldGroup } from '../field.js';
import type { BlindRecord } from './record.js';

export interface DuplicateSearchProps {
  record: BlindRecord;
  chosen: string;
  faults: Faults;
  onChoose: (id: string) => void;
}

type Found = Api['ScenarioListItem'];

/** Finds the prediction that another one repeats, by words of its statement. */
export function DuplicateSearch({ record, chosen, faults, onChoose }: DuplicateSearchProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Found[] | null>(null);
  const search = async () => {
    const query = words.trim() ? `&q=${encodeURIComponent(words.trim())}` : '';
    const topic = encodeURIComponent(record.topic.slug);
    const { items } = await ask<{ items: Found[] }>(`scenarios?topic=${topic}&limit=20${query}`);
    setFound(items.filter(({ id }) => id !== record.id));
  };
  return (
    <FieldGroup name="duplicateOf" label="Which prediction it repeats" faults={faults}>
      <label>
        <span class="field-label">Words of its statement; Enter searches</span>
        <input
          type="search"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void search();
          }}
        />
      </label>
      {found?.length === 0 && <p class="field-hint">No other prediction of this topic says that.</p>}
      {found?.map((one) => (
        <label key={one.id} class="check">
          <input
            type="radio"
            name="duplicateOf"
            checked={chosen === one.id}
            onChange={() => onChoose(one.id)}
          />{' '}
          {`${one.statement} (by ${day(one.deadline)})`}
        </label>
      ))}
    </FieldGroup>
  );
}
