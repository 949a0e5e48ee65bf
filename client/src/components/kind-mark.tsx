import type { Kind } from '../data.js';

/** The kind's shape and colour: triangle, circle, square. Its name stands beside it in words. */
export function KindMark({ kind }: { kind: Kind }) {
  return (
    <svg class={`mark mark-${kind}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {kind === 'risk' && <path d="M6 0.8 11.6 11H0.4Z" />}
      {kind === 'opportunity' && <circle cx="6" cy="6" r="5.2" />}
      {kind === 'consequence' && <rect x="1" y="1" width="10" height="10" />}
    </svg>
  );
}
