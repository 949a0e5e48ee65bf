import { Shell } from '../components/shell.js';
import type { NotFoundPageData } from '../page-data.js';

export function NotFoundPage({ site }: NotFoundPageData) {
  return (
    <Shell site={site} here="elsewhere">
      <section class="lead">
        <h1>There is nothing at this address.</h1>
        <p>
          The address may be mistyped, or what was here is not public. Every public prediction can be found:
        </p>
        <form class="search" method="get" action="/record" role="search">
          <label>
            <span>Words that the statement holds</span>
            <input type="search" name="q" maxLength={200} required />
          </label>
          <button type="submit">Search</button>
        </form>
        <p>
          Or begin at the <a href="/">track record</a>, the <a href="/record">list of predictions</a>, the{' '}
          <a href="/topics">topics</a> or the <a href="/forecasters">forecasters</a>.
        </p>
      </section>
    </Shell>
  );
}
