import type { Site } from '../page-data.js';

export interface EmbedCodeProps {
  site: Site;
  /** Of the embed, such as `/embed/scenarios/…`. */
  path: string;
  /** What the frame holds, for those who do not see it. No word of other people: it is pasted as HTML elsewhere. */
  title: string;
  /** Pixels that it needs at the width of a column. */
  height: number;
}

/** The lines that put this into another page. */
export function EmbedCode({ site, path, title, height }: EmbedCodeProps) {
  const address = `${site.origin ?? ''}${path}`.replace(/&/g, '&amp;');
  const code = `<iframe src="${address}" title="${title}" width="100%" height="${height}" loading="lazy"></iframe>`;
  return (
    <details class="embed-code">
      <summary>Embed this</summary>
      <p>
        It follows the record by itself. It runs no script and sets no cookie.
        {site.origin === null && ' Put the address of this site before the first slash.'}
      </p>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </details>
  );
}
