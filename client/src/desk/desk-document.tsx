import { HeadBasics } from '../head-basics.js';
import type { Site } from '../page-data.js';

export interface DeskAssets {
  styles: string[];
  /** null until the browser's part has been built */
  script: string | null;
}

export interface DeskDocumentProps {
  site: Site;
  assets: DeskAssets;
  /** who else vouches for people that log in; null for nobody */
  oidc: string | null;
}

/** The desk's document. It holds nobody's data: the script asks the API, which knows who is asking. */
export function DeskDocument({ site, assets, oidc }: DeskDocumentProps) {
  return (
    <html lang="en">
      <head>
        <HeadBasics />
        <meta name="robots" content="noindex" />
        <title>{`Desk · ${site.name}`}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/icon-1.svg" />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.script && <script type="module" src={assets.script} />}
      </head>
      <body>
        <div
          id="desk"
          data-site={site.name}
          data-example={site.example ? 'yes' : undefined}
          data-oidc={oidc ?? undefined}
        >
          <noscript>
            <p class="desk-scriptless">
              The desk needs JavaScript. The public record does not: <a href="/">{site.name}</a>.
            </p>
          </noscript>
        </div>
      </body>
    </html>
  );
}
