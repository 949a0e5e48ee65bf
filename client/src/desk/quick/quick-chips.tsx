import { KIND_WORDS, TERM_WORDS, day, count } from '../../words.js';
import type { Kind, Term } from '../../data.js';
import { TypedInput } from '../typed-input.js';
import { Chip } from './chip.js';
import type { Chosen, QuickDraft, Reading } from './quick-draft.js';

export interface Choice {
  slug: string;
  name: string;
}

export interface QuickChipsProps {
  draft: QuickDraft;
  reading: Reading;
  topics: readonly Choice[];
  /** none where the account logs for one alone */
  forecasters: readonly Choice[];
  mayStateEarlier: boolean;
  choose: (chosen: Partial<Chosen>) => void;
}

/** @example whenInWords({ day: '2027-03-31', weekday: 'Wednesday', inDays: 129 }) // => 'Wednesday, 31 March 2027, in 129 days' */
export function whenInWords({
  weekday,
  day: date,
  inDays,
}: Pick<Reading['deadline'], 'day' | 'weekday' | 'inDays'>): string {
  const distance =
    inDays === 0 ? 'today' : inDays > 0 ? `in ${count(inDays, 'day')}` : `${count(-inDays, 'day')} ago`;
  return `${weekday}, ${day(date)}, ${distance}`;
}

const SOURCES = { line: 'as written', term: 'no date written: by the term', chosen: 'as chosen' } as const;

/** Everything that was read, each piece to be changed. */
export function QuickChips({
  draft,
  reading,
  topics,
  forecasters,
  mayStateEarlier,
  choose,
}: QuickChipsProps) {
  const { chosen } = draft;
  const probability = chosen.probability ?? reading.probability;
  return (
    <div class="quick-chips">
      <Chip label="Kind">
        <select
          id="quick-kind"
          value={chosen.kind ?? reading.kind ?? ''}
          onChange={({ currentTarget }) => choose({ kind: currentTarget.value as Kind })}
        >
          <option value="" disabled>
            choose
          </option>
          {Object.entries(KIND_WORDS).map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </select>
      </Chip>
      <Chip label="Probability, %">
        <TypedInput
          {...{ id: 'quick-probability', type: 'number', min: 0, max: 100 }}
          value={probability === null ? '' : String(Number((probability * 100).toFixed(4)))}
          onDone={(value) =>
            choose({ probability: value === '' ? undefined : Number((Number(value) / 100).toFixed(6)) })
          }
        />
      </Chip>
      <Chip label="Deadline" note={`${whenInWords(reading.deadline)} (${SOURCES[reading.deadline.source]})`}>
        <TypedInput
          {...{ id: 'quick-deadline', type: 'date', value: reading.deadline.day }}
          onDone={(value) => choose({ deadline: value || undefined })}
        />
      </Chip>
      <Chip label="Topic">
        <select
          id="quick-topic"
          value={reading.topic?.slug ?? ''}
          onChange={({ currentTarget }) => choose({ topic: currentTarget.value })}
        >
          <option value="" disabled>
            choose
          </option>
          {topics.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </Chip>
      <Chip label="Term">
        <select
          id="quick-term"
          value={reading.term}
          onChange={({ currentTarget }) => choose({ term: currentTarget.value as Term })}
        >
          {Object.entries(TERM_WORDS).map(([term, word]) => (
            <option key={term} value={term}>
              {word}
            </option>
          ))}
        </select>
      </Chip>
      {forecasters.length > 1 && (
        <Chip label="Forecaster">
          <select
            id="quick-forecaster"
            value={chosen.forecaster ?? ''}
            onChange={({ currentTarget }) => choose({ forecaster: currentTarget.value })}
          >
            {forecasters.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </Chip>
      )}
      <Chip label="If (premise)" wide>
        <input
          id="quick-premise"
          value={chosen.premise ?? reading.premise ?? ''}
          maxLength={2000}
          placeholder="none"
          onInput={({ currentTarget }) => choose({ premise: currentTarget.value })}
        />
      </Chip>
      <Chip label="Statement" wide>
        <input
          id="quick-statement"
          value={chosen.statement ?? reading.statement}
          maxLength={4000}
          onInput={({ currentTarget }) => choose({ statement: currentTarget.value })}
        />
      </Chip>
      {mayStateEarlier && (
        <Chip
          label="Stated earlier, on (UTC)"
          wide
          {...(chosen.statedAt !== undefined && {
            note: 'Archival: recorded later than it was stated. It is labelled so everywhere, and out of the headline.',
          })}
        >
          <TypedInput
            {...{ id: 'quick-stated', type: 'datetime-local', value: chosen.statedAt?.slice(0, 16) ?? '' }}
            onDone={(value) => choose({ statedAt: value ? `${value.slice(0, 16)}:00.000Z` : undefined })}
          />
        </Chip>
      )}
    </div>
  );
}
