import type { Card } from '../cards.js';
import { RELIABILITY_SIZE } from '../charts/sizes.js';
import { ChartImage } from '../components/chart-image.js';
import { HeadBasics } from '../head-basics.js';
import { KindMark } from '../components/kind-mark.js';

/** A new name for each change: it is kept for ever where it has been fetched. */
const STYLE = '/assets/embed-1.css';
/** Seconds after which a frame that may still change asks again. */
const REFRESH = 300;

export interface EmbedProps {
  /** Null where nothing is to be seen: mistyped, or no longer public. */
  card: Card | null;
  /** The page that tells all of it. */
  href: string;
  /** Address of the diagram's picture, where there is one. */
  picture: string | null;
  /** Whether what it says may change by itself. */
  open: boolean;
}

/** A card as a page of its own, for other people's pages to frame: no script, no cookie, one style sheet. */
export function EmbedPage({ card, href, picture, open }: EmbedProps) {
  return (
    <html lang="en">
      <head>
        <HeadBasics />
        <meta name="robots" content="noindex" />
        {open && <meta http-equiv="refresh" content={String(REFRESH)} />}
        <title>{card?.title ?? 'Nothing to be seen here'}</title>
        <link rel="stylesheet" href={STYLE} />
      </head>
      <body>
        {card ? (
          <main>
            <p class="kicker">
              {card.kind && <KindMark kind={card.kind} />} <bdi>{card.kicker}</bdi>
            </p>
            <h1 dir="auto">
              <a href={href} target="_top" rel="noopener">
                {card.title}
              </a>
            </h1>
            {picture && (
              <ChartImage
                address={picture}
                size={RELIABILITY_SIZE}
                label={`Reliability diagram. ${card.facts.join(' ')}`}
              />
            )}
            {card.facts.map((fact) => (
              <p key={fact}>{fact}</p>
            ))}
            <p class="house">
              <a href={href} target="_top" rel="noopener">
                {card.house}: all of it, with the evidence
              </a>
              {card.example && ' · example desk: everything here is invented'}
            </p>
          </main>
        ) : (
          <main>
            <p>There is nothing to be seen here: it is not public, or the address is mistyped.</p>
          </main>
        )}
      </body>
    </html>
  );
}
