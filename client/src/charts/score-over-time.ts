import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { OverTime } from '../data.js';
import { pointName } from '../record-words.js';
import { count, dayMs, decimal } from '../words.js';
import { AXIS_ROOM, EDGE_ROOM, tooltipStyle, type XY } from './frame.js';
import { plainText } from './plain-text.js';
import { timeTicks } from './probability-over-time.js';
import type { Theme } from './theme.js';

const DAY_MS = 86_400_000;
/** Always saying 50 % scores this: what lies above is worse than saying nothing. */
const COIN = 0.25;

/** A day, or the middle of a month, in milliseconds. */
export const momentOf = (on: string): number => dayMs(on.length === 7 ? `${on}-15` : on);

/** The Brier score as it rolled along, on an axis that begins at 0, beside what the base rate would have scored. */
export function scoreOverTime({ points }: OverTime, theme: Theme): ChartConfiguration<'scatter'> {
  const score = points.map(({ on, brierScore }) => ({ x: momentOf(on), y: brierScore }));
  const reference = points.map(({ on, baseRateScore }) => ({ x: momentOf(on), y: baseRateScore }));
  const times = score.map(({ x }) => x);
  const first = Math.min(...times);
  const last = Math.max(...times, first + DAY_MS);
  const top = Math.max(COIN, ...score.map(({ y }) => y), ...reference.map(({ y }) => y));
  const ticks = timeTicks(first, last);
  return {
    type: 'scatter',
    data: {
      datasets: [
        line('This record', score, { borderColor: theme.mark, borderWidth: 2.5, pointHitRadius: 8 }),
        line('Always quoting the base rate', reference, {
          ...{ borderColor: theme.muted, borderWidth: 1.5, borderDash: [1.5, 4], pointHitRadius: 0 },
        }),
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: EDGE_ROOM, right: EDGE_ROOM } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: first,
          max: last,
          grid: { display: false },
          border: { color: theme.muted },
          ticks: {
            ...{ color: theme.muted, maxRotation: 0, autoSkip: true, autoSkipPadding: 12 },
            font: { family: theme.font, size: 12 },
            callback: (value) => ticks.find(({ at }) => at === Number(value))?.label ?? '',
          },
          afterBuildTicks: (axis) => {
            axis.ticks = ticks.map(({ at }) => ({ value: at }));
          },
        },
        y: {
          min: 0,
          max: Math.floor(top * 20 + 1) / 20,
          title: {
            ...{ display: true, text: 'Average squared gap', color: theme.ink },
            font: { family: theme.font, size: 13 },
          },
          ticks: { stepSize: 0.05, color: theme.muted, font: { family: theme.font, size: 12 } },
          grid: { color: theme.rule, lineWidth: 0.5, drawTicks: false },
          border: { color: theme.muted },
          afterFit: (scale) => {
            scale.width = AXIS_ROOM;
          },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltipStyle(theme),
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            title: ([item]) => (item ? pointName(points[item.dataIndex]?.on ?? '') : ''),
            label: ({ dataIndex }) => {
              const point = points[dataIndex];
              return point
                ? [
                    `${decimal(point.brierScore)} over ${count(point.n, 'prediction')}`,
                    `base rate: ${decimal(point.baseRateScore)}`,
                  ]
                : '';
            },
          },
        },
      },
    },
    plugins: [names(score, reference, theme)],
  };
}

function line(label: string, data: XY[], style: Partial<ChartDataset<'scatter'>>): ChartDataset<'scatter'> {
  return { label, data, showLine: true, pointRadius: 0, ...style };
}

/** Both lines by name: each on its own side of the other, and the floor and the coin for scale. */
function names(score: readonly XY[], reference: readonly XY[], theme: Theme): Plugin<'scatter'> {
  return {
    id: 'names',
    afterDatasetsDraw: ({ ctx, chartArea: area, scales: { x, y } }) => {
      const [own, base] = [score.at(-1), reference.at(-1)];
      if (!x || !y || !own || !base) return;
      const style = { halo: theme.surface, font: `12px ${theme.font}`, align: 'right' } as const;
      const [ownY, baseY] = [y.getPixelForValue(own.y), y.getPixelForValue(base.y)];
      const away = ownY > baseY ? 16 : -16;
      ctx.save();
      plainText(ctx, 'this record', area.right - 6, within(ownY + away, area), {
        ...style,
        colour: theme.ink,
      });
      plainText(ctx, 'always quoting the base rate', area.right - 6, within(baseY - away, area), {
        ...style,
        colour: theme.muted,
      });
      plainText(ctx, '0 is perfect', area.left + 6, area.bottom - 9, {
        ...style,
        colour: theme.muted,
        align: 'left',
      });
      ctx.restore();
    },
  };
}

const within = (at: number, { top, bottom }: { top: number; bottom: number }): number =>
  Math.min(bottom - 8, Math.max(top + 8, at));
