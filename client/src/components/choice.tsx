interface ChoiceProps {
  label: string;
  chosen: string | undefined;
  options: readonly (readonly [value: string, text: string])[];
  /** the word for "no filter"; null where one of the options always holds */
  any?: string | null;
  /** where a form sends what was chosen */
  name?: string;
  /** where a script takes it at once */
  onChange?: (value: string) => void;
}

/** One of several, with its label. */
export function Choice({ label, chosen, options, any = 'all', name, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} onChange={onChange && ((event) => onChange(event.currentTarget.value))}>
        {any !== null && <option value="">{any}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
