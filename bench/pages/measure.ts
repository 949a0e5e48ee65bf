import type { Browser } from 'playwright-core';
import { visit, type Visit } from './visit.js';

/** A page over several visits: medians, and times as ratios to a plain page of the same process. */
export interface PageFigures {
  page: string;
  path: string;
  bytes: number;
  requests: number;
  firstPaint: number;
  largestPaint: number;
  firstPaintRatio: number;
  largestPaintRatio: number;
  shift: number;
}

/** A file that the same process serves, and that asks for nothing more. */
export const PLAIN = { page: 'plain page', path: '/assets/plain.html' };

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;

/** Visits all pages in turns, so that what else the machine does falls on all of them alike. */
export async function measurePages(
  browser: Browser,
  origin: string,
  pages: readonly { page: string; path: string }[],
  visits: number,
): Promise<PageFigures[]> {
  const all = [PLAIN, ...pages];
  const seen = all.map((): Visit[] => []);
  for (let turn = 0; turn <= visits; turn += 1)
    for (const [place, { path }] of all.entries()) {
      const one = await visit(browser, origin + path);
      if (turn > 0) seen[place]!.push(one); // the first turn warms the server
    }
  const figure = (place: number, name: keyof Visit) => median(seen[place]!.map((one) => one[name]));
  return all.map(({ page, path }, place) => ({
    ...{ page, path, bytes: figure(place, 'bytes'), requests: figure(place, 'requests') },
    ...{ firstPaint: figure(place, 'firstPaint'), largestPaint: figure(place, 'largestPaint') },
    firstPaintRatio: figure(place, 'firstPaint') / figure(0, 'firstPaint'),
    largestPaintRatio: figure(place, 'largestPaint') / figure(0, 'largestPaint'),
    shift: figure(place, 'shift'),
  }));
}
