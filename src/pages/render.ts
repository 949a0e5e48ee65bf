import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageData, Site } from '../../client/src/page-data.js';
import { DeskDocument } from '../../client/src/desk/desk-document.js';
import { Document } from '../../client/src/document.js';
import { assetsFor, deskAssets, type Manifest } from './assets.js';

/** A page as a complete HTML document. */
export function renderPage(data: PageData, manifest: Manifest): string {
  return `<!doctype html>\n${renderToString(h(Document, { data, assets: assetsFor(data.page, manifest) }))}\n`;
}

/** The desk's document, the same for everyone: what it shows comes from the API, to those who may see it. */
export function renderDesk(site: Site, oidc: string | null, manifest: Manifest): string {
  return `<!doctype html>\n${renderToString(h(DeskDocument, { site, oidc, assets: deskAssets(manifest) }))}\n`;
}
