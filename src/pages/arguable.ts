import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ArguablePage, type ArguableProps, titleOf } from '../../client/src/argue/arguable-page.js';
import { ArguedItem, namesIn } from '../../client/src/argue/argued-item.js';
import type { Report } from '../calibration/index.js';
import { Problem } from '../problems.js';
import type { PublicRecord, RecordScenario } from '../track-records/public-record.js';
import type { RecordTotals } from '../track-records/record-totals.js';
import { distFolder } from './assets.js';

export { PAGE as FIRST_PAGE } from '../../client/src/argue/argued-list.js';
export { embeddedJson } from '../../client/src/document.js';

/** What is written into the file: one script and one style, as text. */
export interface ArguableAssets {
  script: string;
  style: string;
}

/**
 * Those that `npm run build` made.
 *
 * @throws {Problem} not_ready before that
 */
export function arguableAssets(folder = join(distFolder(), 'argue')): ArguableAssets {
  const [script, style] = ['argue.js', 'argue.css'].map((name) => join(folder, name)) as [string, string];
  if (!existsSync(script) || !existsSync(style))
    throw new Problem('not_ready', 'The page that goes into the file is not built yet: run "npm run build".');
  return { script: readFileSync(script, 'utf8'), style: readFileSync(style, 'utf8') };
}

/** A record without its scenarios, and what is said of all of it. */
export interface ArguableHead {
  record: PublicRecord;
  digest: string;
  report: Report;
  totals: RecordTotals;
}

/**
 * The file up to what only a reader without scripts sees: the rest of the list. Its policy lets nothing in but the one
 * script and the one style that stand in it, by their digests, and lets nothing out.
 *
 * @param head.record with the scenarios of the first page alone
 */
export function arguableStart(
  { record, digest, report, totals }: ArguableHead,
  assets: ArguableAssets,
): string {
  const { script, style } = inlined(assets);
  const policy = [
    `default-src 'none'`,
    `script-src '${sourceOf(script)}'`,
    `style-src '${sourceOf(style)}'`,
    ...[`base-uri 'none'`, `form-action 'none'`],
  ].join('; ');
  const props: ArguableProps = {
    ...{ record, digest, totals },
    recorded: report as ArguableProps['recorded'],
  };
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    renderToString(h('title', null, titleOf(record))),
    `<style>${style}</style></head><body>`,
    '<noscript><p class="scriptless">This file needs JavaScript to be argued with. Without it, here is the report as ' +
      'recorded, and the whole record.</p></noscript>',
    `<div id="page">${renderToString(h(ArguablePage, props))}</div>`,
    '<noscript><div class="rest"><h2>The rest of the record</h2><ol class="predictions">',
  ].join('\n');
}

/** Renders each scenario of that rest. */
export function arguableItems(record: PublicRecord): (scenario: RecordScenario) => string {
  const names = namesIn(record);
  return (scenario) => renderToString(h(ArguedItem, { scenario, names, asOf: record.asOf }));
}

/** From the end of the rest to the record itself, whose text comes next. */
export const arguableMiddle = (digest: string): string =>
  `</ol></div></noscript>\n<script type="application/json" id="record" data-sha256="${digest}">`;

export const arguableEnd = (assets: ArguableAssets): string =>
  `</script>\n<script>${inlined(assets).script}</script>\n</body></html>\n`;

/** @throws {Error} where a script or a style holds what would end its element, or hide its end */
function inlined({ script, style }: ArguableAssets): ArguableAssets {
  const texts = { script: script.trim(), style: style.trim() };
  if (/<\/script|<!--/i.test(texts.script) || /<\/style/i.test(texts.style))
    throw new Error('The page that goes into the file cannot stand inline.');
  return texts;
}

const sourceOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
