import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageData } from '../../client/src/page-data.js';
import { Document } from '../../client/src/document.js';
import { assetsFor, type Manifest } from './assets.js';

/** A page as a complete HTML document. */
export function renderPage(data: PageData, manifest: Manifest): string {
  return `<!doctype html>\n${renderToString(h(Document, { data, assets: assetsFor(data.page, manifest) }))}\n`;
}
