import { Shell } from '../components/shell.js';
import type { FaultPageData } from '../page-data.js';

/** A fault of ours: nothing of it but the id under which it is on record. */
export function FaultPage({ site, requestId }: FaultPageData) {
  return (
    <Shell site={site} here="elsewhere">
      <section class="lead">
        <h1>Something went wrong on our side.</h1>
        <p>
          Nothing was lost. Please try again in a moment. The fault is on record as <code>{requestId}</code>:
          tell us that if it comes back.
        </p>
        <p>
          <a href="/">To the track record</a>
        </p>
      </section>
    </Shell>
  );
}
