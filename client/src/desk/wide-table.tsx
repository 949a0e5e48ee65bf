import type { ComponentChildren } from 'preact';

export interface WideTableProps {
  label: string;
  /** of the columns; `unseen` where a column speaks for itself to those who see it */
  heads: readonly (string | { unseen: string })[];
  /** how its cells stand; words from the left if missing */
  cells?: 'figures';
  /** its rows */
  children: ComponentChildren;
}

/** A table that scrolls by itself where it is too wide for the page; by keyboard as well. */
export function WideTable({ label, heads, cells, children }: WideTableProps) {
  return (
    <div class="scroll-table" role="region" aria-label={label} tabIndex={0}>
      <table class={cells ?? 'desk-table'}>
        <thead>
          <tr>
            {heads.map((head, place) => (
              <th key={place} scope="col">
                {typeof head === 'string' ? head : <span class="unseen">{head.unseen}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
