import type { TrackRecordItem } from '../data.js';
import { PredictionItem } from './prediction-item.js';

interface PredictionListProps {
  title: string;
  items: readonly TrackRecordItem[];
  /** where there are more of them */
  more?: readonly [address: string, words: string];
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
