import type { ComponentChildren } from 'preact';
import type { Part } from '../story-data.js';
import { addressOf } from '../story-links.js';

interface PartListProps<T> {
  id: string;
  title: string;
  list: Part<T>;
  /** what to say of nothing */
  none: string;
  /** of what there is more */
  what: string;
  path: string;
  /** filters that stay as they are */
  query?: Record<string, string | undefined>;
  /** the name of its cursor in the address */
  cursor: string;
  show: (item: T) => ComponentChildren;
  kind?: 'predictions' | 'entries';
}

/** A list of which each part has an address of its own. */
export function PartList<T>(props: PartListProps<T>) {
  const { id, title, list, none, what, path, query = {}, cursor, show, kind = 'predictions' } = props;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {list.items.length === 0 ? (
        <p class="none">{list.isFirst ? none : 'Nothing follows.'}</p>
      ) : (
        <ol class={kind}>{list.items.map(show)}</ol>
      )}
      {(!list.isFirst || list.next) && (
        <p class="pager">
          {!list.isFirst && <a href={addressOf(path, query, id)}>From the start</a>}
          {list.next && (
            <a rel="next" href={addressOf(path, { ...query, [cursor]: list.next }, id)}>
              More {what}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
