import type { ComponentChildren } from 'preact';

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
