import type { Ruling } from '../../../src/track-records/disputes.js';

const CHOICES: readonly [ruling: Ruling | null, words: string][] = [
  [null, 'as recorded'],
  ['occurred', 'yes'],
  ['not_occurred', 'no'],
  ['out', 'leave out'],
];

export interface RulingChoiceProps {
  id: string;
  statement: string;
  ruling: Ruling | undefined;
  onRule: (id: string, ruling: Ruling | null) => void;
}

/** The reader's say on one scenario. */
export function RulingChoice({ id, statement, ruling, onRule }: RulingChoiceProps) {
  return (
    <fieldset class="ruling" aria-label={`Did it happen? ${statement}`}>
      <legend>Did it happen?</legend>
      {CHOICES.map(([value, words]) => (
        <label key={words}>
          <input
            type="radio"
            name={`ruling-${id}`}
            checked={(ruling ?? null) === value}
            onChange={() => onRule(id, value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
