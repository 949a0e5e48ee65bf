import { Shell } from '../components/shell.js';
import type { NotFoundPageData } from '../page-data.js';

export function NotFoundPage({ site }: NotFoundPageData) {
  return (
    <Shell site={site} here="elsewhere">
      <section class="lead">
        <h1>There is nothing at this address.</h1>
        <p>
          The address may be mistyped, or what was here is not public. Every public prediction is listed on
          the <a href="/">track record</a>.
        </p>
      </section>
    </Shell>
  );
}
