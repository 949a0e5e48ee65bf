import type { TrackRecordItem } from '../data.js';
import { PredictionItem } from './prediction-item.js';

interface PredictionListProps {
  title: string;
  items: readonly TrackRecordItem[];
  /** where there are more of them */
  more?: readonly [address: string, words: string] | undefined;
}

/** A few predictions under a heading of their own, one of several side by side. */
export function PredictionList({ title, items, more }: PredictionListProps) {
  return (
    <div>
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p class="none">None yet.</p>
      ) : (
        <ol class="predictions predictions-brief">
          {items.map((item, place) => (
            <PredictionItem key={place} item={item} brief />
          ))}
        </ol>
      )}
      {more && (
        <p class="more">
          <a href={more[0]}>{more[1]}</a>
        </p>
      )}
    </div>
  );
}

type More = PredictionListProps['more'];

interface ExtremesProps {
  worst: readonly TrackRecordItem[];
  best: readonly TrackRecordItem[];
  more?: Record<'worst' | 'best', More>;
}

/** The biggest misses and the best calls, as visible as each other. */
export function Extremes({ worst, best, more }: ExtremesProps) {
  if (worst.length === 0 && best.length === 0) return null;
  return (
    <section class="side-by-side" aria-label="Biggest misses and best calls">
      <PredictionList title="Biggest misses" items={worst} more={more?.worst} />
      <PredictionList title="Best calls" items={best} more={more?.best} />
    </section>
  );
}
