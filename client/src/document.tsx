import { HeadLinks } from './head-links.js';
import type { PageData } from './page-data.js';
import { headOf, Page } from './pages/page.js';

/** Addresses of what the page loads. All null until the browser's part has been built: the page stands without it. */
export interface Assets {
  style: string | null;
  script: string | null;
  /** modules that the script will ask for, fetched beforehand */
  preload: readonly string[];
}

/** Pages that come alive in the browser; the others are text, and load no script. */
const ALIVE: ReadonlySet<PageData['page']> = new Set(['front', 'prediction']);

/** The complete HTML document. Nothing in it runs inline, so that the content security policy can forbid it. */
export function Document({ data, assets }: { data: PageData; assets: Assets }) {
  const { title, description, path } = headOf(data);
  const alive = ALIVE.has(data.page) && assets.script !== null;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {data.page === 'notFound' && <meta name="robots" content="noindex" />}
        <HeadLinks {...{ title, description, path, data }} />
        <link rel="icon" type="image/svg+xml" href="/assets/icon-1.svg" />
        {assets.style && <link rel="stylesheet" href={assets.style} />}
        {alive && assets.preload.map((href) => <link key={href} rel="modulepreload" href={href} />)}
        {alive && <script type="module" src={assets.script ?? undefined} />}
      </head>
      <body>
        <div id="page">
          <Page {...data} />
        </div>
        {alive && (
          <script
            type="application/json"
            id="page-data"
            dangerouslySetInnerHTML={{ __html: embeddedJson(data) }}
          />
        )}
      </body>
    </html>
  );
}

/** JSON that cannot end its script element, whatever other people's text it holds. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
