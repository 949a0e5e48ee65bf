import type { Report } from '../calibration/index.js';

const COLUMNS = 60;
const ROWS = 20;

/** A point of fewer forecasts than this is drawn hollow. */
const SOLID_FROM = 5;

const EMPTY = ' ';

/**
 * The reliability diagram in characters: said to the right, happened upwards. `●` is a bin (`○` one of
 * fewer than 5 forecasts), `│` its 90 % range, `·` the diagonal where a calibrated forecaster's points lie. Empty bins draw
 * nothing.
 */
export function reliabilityDiagram(report: Pick<Report, 'bins'>): string {
  const grid = Array.from({ length: ROWS + 1 }, () => new Array<string>(COLUMNS + 1).fill(EMPTY));
  const put = (x: number, y: number, mark: string) => {
    grid[ROWS - Math.round(y * ROWS)]![Math.round(x * COLUMNS)] = mark;
  };
  for (let column = 0; column <= COLUMNS; column += 3) put(column / COLUMNS, column / COLUMNS, '·');
  for (const { n, meanForecast, observed, interval } of report.bins) {
    if (n === 0) continue;
    const from = Math.round(interval.low! * ROWS);
    const to = Math.round(interval.high! * ROWS);
    for (let row = from; row <= to; row++) put(meanForecast!, row / ROWS, '│');
    put(meanForecast!, observed!, n < SOLID_FROM ? '○' : '●');
  }
  const lines = grid.map((cells, index) => {
    const percent = ((ROWS - index) * 100) / ROWS;
    const label = percent % 20 === 0 ? `${percent}%` : '';
    return `${label.padStart(7)} ┤${cells.join('').trimEnd()}`;
  });
  const ticks = [0, 20, 40, 60, 80, 100];
  const axis = ticks.map((tick) => `${tick}%`.padEnd((COLUMNS / 5) | 0)).join('');
  return [
    'How often it happened',
    ...lines,
    `        └${'┴───────────'.repeat(5)}┴`,
    `         ${axis.trimEnd()}`,
    `${' '.repeat(50)}Forecast probability`,
    '● what happened at each forecast  ○ under 5 forecasts  │ 90% range',
    '· where a calibrated forecaster stands; below it: happened less often.',
    'With ten points, expect about one outside its range by chance.',
  ].join('\n');
}
