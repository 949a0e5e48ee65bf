import { day, count } from '../../words.js';
import { TypedInput } from '../typed-input.js';
import { Chip, ChoiceChip, ProbabilityChip } from './chip.js';
import { KINDS, named, TERMS } from './choices.js';
import type { Chosen, QuickDraft, Reading } from './quick-draft.js';

export interface Choice {
  slug: string;
  name: string;
}

export interface QuickChipsProps {
  /** tells these fields from those of other forecasts on the page */
  of: string;
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
  of,
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
      <ChoiceChip
        {...{ label: 'Kind', id: `${of}-kind`, words: KINDS, chosen: chosen.kind ?? reading.kind }}
        choose={(kind) => choose({ kind })}
      />
      <ProbabilityChip
        {...{ id: `${of}-probability`, probability }}
        choose={(said) => choose({ probability: said })}
      />
      <Chip label="Deadline" note={`${whenInWords(reading.deadline)} (${SOURCES[reading.deadline.source]})`}>
        <TypedInput
          {...{ id: `${of}-deadline`, type: 'date', value: reading.deadline.day }}
          onDone={(value) => choose({ deadline: value || undefined })}
        />
      </Chip>
      <ChoiceChip
        {...{ label: 'Topic', id: `${of}-topic`, words: named(topics), chosen: reading.topic?.slug ?? null }}
        choose={(topic) => choose({ topic })}
      />
      <ChoiceChip
        {...{ label: 'Term', id: `${of}-term`, words: TERMS, chosen: reading.term }}
        choose={(term) => choose({ term })}
      />
      {forecasters.length > 1 && (
        <ChoiceChip
          {...{ label: 'Forecaster', id: `${of}-forecaster`, words: named(forecasters) }}
          chosen={chosen.forecaster ?? forecasters[0]!.slug}
          choose={(forecaster) => choose({ forecaster })}
        />
      )}
      <Chip label="If (premise)" wide>
        <input
          id={`${of}-premise`}
          value={chosen.premise ?? reading.premise ?? ''}
          maxLength={2000}
          placeholder="none"
          onInput={({ currentTarget }) => choose({ premise: currentTarget.value })}
        />
      </Chip>
      <Chip label="Statement" wide>
        <input
          id={`${of}-statement`}
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
            {...{ id: `${of}-stated`, type: 'datetime-local', value: chosen.statedAt?.slice(0, 16) ?? '' }}
            onDone={(value) => choose({ statedAt: value ? `${value.slice(0, 16)}:00.000Z` : undefined })}
          />
        </Chip>
      )}
    </div>
  );
}
