import type { ComponentChildren } from 'preact';
import { TypedInput } from '../typed-input.js';

interface ChipProps {
  label: string;
  note?: string | undefined;
  wide?: boolean;
  children: ComponentChildren;
}

/** One piece of what was read, to be changed. */
export function Chip({ label, note, wide = false, children }: ChipProps) {
  return (
    <label class={wide ? 'chip chip-wide' : 'chip'}>
      <span class="chip-label">{label}</span>
      {children}
      {note && <span class="chip-note">{note}</span>}
    </label>
  );
}

interface ChoiceChipProps<T extends string> extends Omit<ChipProps, 'children'> {
  id?: string;
  words: readonly (readonly [value: T, text: string])[];
  /** null where nothing is chosen yet */
  chosen: T | null;
  choose: (value: T) => void;
}

/** A choice among a few words. */
export function ChoiceChip<T extends string>({ id, words, chosen, choose, ...chip }: ChoiceChipProps<T>) {
  return (
    <Chip {...chip}>
      <select id={id} value={chosen ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value as T)}>
        {chosen === null && (
          <option value="" disabled>
            choose
          </option>
        )}
        {words.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Chip>
  );
}

interface ProbabilityChipProps {
  id?: string;
  /** 0..1; null where none is given yet */
  probability: number | null;
  /** undefined: as it was read */
  choose: (probability: number | undefined) => void;
}

/** A probability in percent. */
export function ProbabilityChip({ id, probability, choose }: ProbabilityChipProps) {
  return (
    <Chip label="Probability, %">
      <TypedInput
        {...{ ...(id && { id }), type: 'number', min: 0, max: 100 }}
        value={probability === null ? '' : String(Number((probability * 100).toFixed(4)))}
        onDone={(value) => choose(value === '' ? undefined : Number((Number(value) / 100).toFixed(6)))}
      />
    </Chip>
  );
}
