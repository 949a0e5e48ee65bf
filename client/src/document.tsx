import { HeadBasics } from './head-basics.js';
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
const ALIVE: ReadonlySet<PageData['page']> = new Set(['front', 'calibration', 'prediction', 'forecaster']);

/** The complete HTML document. Nothing in it runs inline, so that the content security policy can forbid it. */
export function Document({ data, assets }: { data: PageData; assets: Assets }) {
  const { title, description, path } = headOf(data);
  const alive = ALIVE.has(data.page) && assets.script !== null;
  return (
    <html lang="en">
      <head>
        <HeadBasics />
        <title>{title}</title>
        <meta name="description" content={description} />
        {path === null && <meta name="robots" content="noindex" />}
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
            dangerouslySetInnerHTML={{ __html: embeddedJson(dataOfScript(data)) }}
          />
        )}
      </body>
    </html>
  );
}

const DIGITS = 7;

/** What the script needs of a page's data: not that of its still parts (see `Still`). */
function dataOfScript(data: PageData): object {
  if (data.page !== 'front' && data.page !== 'calibration') return data;
  const { page, site, query, report, overTime } = data;
  return shortened({ page, site, query, report, overTime });
}

/** The same with no more digits than the script shows or draws: they are what weighs most. */
function shortened(data: object): object {
  const digits = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value;
  return JSON.parse(JSON.stringify(data, digits)) as object;
}

/** JSON that cannot end its script element, whatever other people's text it holds. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
