import type { Browser, Page } from 'playwright-core';

/** What one visit with an empty cache took. Times in milliseconds since the navigation began. */
export interface Visit {
  /** of the page and all that it loads, as sent: compressed, bodies only */
  bytes: number;
  requests: number;
  firstPaint: number;
  largestPaint: number;
  /** how far things moved after they had been painted (the browser's own score; 0 is not at all) */
  shift: number;
}

/** Visits an address as somebody who has never been here. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}.`);
    const painted = await paints(page);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { bytes, requests: sizes.length, ...painted };
  } finally {
    await context.close();
  }
}

function paints(page: Page): Promise<Pick<Visit, 'firstPaint' | 'largestPaint' | 'shift'>> {
  return page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((found) => {
        const observer = new PerformanceObserver((list) => found(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => found([]), 300);
      });
    const [paint, largest, shifts] = await Promise.all(
      ['paint', 'largest-contentful-paint', 'layout-shift'].map(entries),
    );
    const first = paint?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN;
    return {
      firstPaint: first,
      largestPaint: largest?.at(-1)?.startTime ?? first,
      shift: (shifts ?? []).reduce((sum, one) => sum + (one as unknown as { value: number }).value, 0),
    };
  });
}
