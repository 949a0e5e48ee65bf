import { TerminalOutput } from '../../src/cli/output.js';
import { withDemo } from './demo.js';
import { measurePages, type PageFigures } from './measure.js';

/** `npm run measure:pages`: what each page of the example desk weighs, and how long it takes to show. */
const VISITS = 3;
const output = new TerminalOutput(process.argv.includes('--json'));

const figures = await withDemo(async ({ origin, browser }) =>
  measurePages(browser, origin, await pagesOf(origin), VISITS),
);
output.json(figures);
output.line(table(figures));

/** One page of each kind. */
async function pagesOf(origin: string): Promise<{ page: string; path: string }[]> {
  const first = async (path: string): Promise<{ id: string; slug: string }> => {
    const answer = (await (await fetch(`${origin}/api/v1/${path}`)).json()) as {
      items: { id: string; slug: string }[];
    };
    return answer.items[0]!;
  };
  return [
    { page: 'front page', path: '/' },
    { page: 'calibration', path: '/calibration' },
    { page: 'calibration by topic', path: '/calibration?groupBy=topic' },
    { page: 'predictions', path: '/record' },
    { page: 'prediction', path: `/scenarios/${(await first('scenarios?state=resolved')).id}` },
    { page: 'topic', path: `/topics/${(await first('topics')).slug}` },
    { page: 'briefing', path: `/briefings/${(await first('briefings')).id}` },
    { page: 'event', path: `/events/${(await first('events')).id}` },
    { page: 'forecaster', path: `/forecasters/${(await first('forecasters')).slug}` },
    { page: 'method', path: '/method' },
    { page: 'how the house resolves', path: '/house' },
    { page: 'embedded prediction', path: `/embed/scenarios/${(await first('scenarios?state=resolved')).id}` },
    { page: 'desk: login', path: '/desk/login' },
  ];
}

function table(figures: readonly PageFigures[]): string {
  const [plain] = figures as [PageFigures];
  const rows = figures.map(
    ({ page, bytes, requests, firstPaintRatio, largestPaintRatio, shift }) =>
      `| ${page} | ${(bytes / 1000).toFixed(1)} | ${requests} | ${firstPaintRatio.toFixed(1)} × | ${largestPaintRatio.toFixed(1)} × | ${shift.toFixed(3)} |`,
  );
  return [
    `Medians of ${VISITS} visits with an empty cache. A plain page: ${plain.firstPaint.toFixed(0)} ms to the first paint.`,
    '| page | kB | requests | first paint | largest paint | shift |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
