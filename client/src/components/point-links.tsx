import type { PlacedPoint } from '../charts/placed-points.js';
import { binLink } from '../links.js';
import type { RecordQuery } from '../page-data.js';
import { binInWords } from '../words.js';

/** A link on each point of the diagram: for the keyboard, and for those who do not see the picture. */
export function PointLinks({ points, query }: { points: readonly PlacedPoint[]; query: RecordQuery }) {
  return (
    <ul class="point-links" aria-label="Forecasts behind each point, worst first">
      {points.map(({ bin, left, top, radius }) => {
        const side = `${2 * radius + 8}px`;
        return (
          <li key={bin.from}>
            <a
              href={binLink(query, bin)}
              aria-label={binInWords(bin)}
              style={{ left: `${left}px`, top: `${top}px`, width: side, height: side }}
            />
          </li>
        );
      })}
    </ul>
  );
}
