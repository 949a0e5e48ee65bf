import type { ComponentChildren } from 'preact';
import type { Site } from '../page-data.js';

/** The pages that the navigation leads to, and those that belong to none of its entries. */
export type Place =
  'front' | 'record' | 'topics' | 'forecasters' | 'events' | 'method' | 'house' | 'desk' | 'elsewhere';

const PLACES: readonly (readonly [place: Place, address: string, words: string])[] = [
  ['front', '/', 'Track record'],
  ['record', '/record', 'Predictions'],
  ['topics', '/topics', 'Topics'],
  ['forecasters', '/forecasters', 'Forecasters'],
  ['events', '/events', 'Events'],
  ['method', '/method', 'Method'],
  ['house', '/house', 'How we resolve'],
  ['desk', '/desk/login', 'Desk'],
];

export interface ShellProps {
  site: Site;
  here: Place;
  children: ComponentChildren;
}

/** What surrounds every page: the house's name, the example desk's banner, the footer. */
export function Shell({ site, here, children }: ShellProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header>
        {site.example && (
          <p class="example">
            <strong>Example desk:</strong> everything here is invented.
          </p>
        )}
        <div class="masthead">
          <p class="masthead-name">
            <a href="/">{site.name}</a>
          </p>
          <p class="masthead-line">{site.line}</p>
          <nav aria-label="Pages">
            <ul>
              {PLACES.map(([place, address, words]) => (
                <li key={place} class={`to-${place}`}>
                  <a href={address} aria-current={here === place ? 'page' : undefined}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer">
        <p>
          A prediction stays as it was said. It is judged against what happened later, with its evidence;
          every correction stays visible. <a href="/method">How this works</a>
        </p>
        <p>
          No cookies, no trackers. The same figures for machines: <a href="/api/v1/calibration">report</a>,{' '}
          <a href="/api/v1/track-record">predictions</a>, <a href="/api/docs">how to ask</a>. Follow what is
          new: <a href="/feeds/site.atom">feed</a>.
        </p>
        {site.contact && <p>{`Contact: ${site.contact}`}</p>}
      </footer>
    </>
  );
}
