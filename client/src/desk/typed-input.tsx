import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface TypedInputProps {
  id?: string;
  value: string;
  /** told once it is typed: when it is left, or sent */
  onDone: (value: string) => void;
  type?: 'text' | 'number' | 'date' | 'datetime-local';
  min?: number;
  max?: number;
  maxLength?: number;
  placeholder?: string;
  /** more than one: of several lines */
  rows?: number;
}

/** A field that keeps what is being typed in it, whatever the page learns and draws meanwhile. */
export function TypedInput({ value, onDone, rows = 1, ...input }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const said = {
    value: typed ?? value,
    onInput: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(null);
      onDone(event.currentTarget.value);
    },
    onBlur: () => setTyped(null),
  };
  if (rows > 1) return <textarea {...{ ...input, ...said, rows }} />;
  const step = input.type === 'number' ? { step: 'any' } : {};
  return <input {...({ ...input, ...step, ...said } as JSX.IntrinsicElements['input'])} />;
}
