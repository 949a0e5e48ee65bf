import type { ComponentChildren } from 'preact';
import type { Site } from '../page-data.js';

export interface ShellProps {
  site: Site;
  here: 'front' | 'method' | 'elsewhere';
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
              <li>
                <a href="/" aria-current={here === 'front' ? 'page' : undefined}>
                  Track record
                </a>
              </li>
              <li>
                <a href="/method" aria-current={here === 'method' ? 'page' : undefined}>
                  Method
                </a>
              </li>
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
          <a href="/api/v1/track-record">predictions</a>, <a href="/api/docs">how to ask</a>.
        </p>
        {site.contact && <p>{`Contact: ${site.contact}`}</p>}
      </footer>
    </>
  );
}
