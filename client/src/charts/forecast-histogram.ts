import type { ChartConfiguration } from 'chart.js';
import type { Bin, Report } from '../data.js';
import { binName, count } from '../words.js';
import { AXIS_ROOM, EDGE_ROOM, tooltipStyle, type XY } from './frame.js';
import type { Theme } from './theme.js';

/** Half of what lies between two bars. */
const GAP = 0.003;

/** The outline of the bars, from the floor up and down again for each bin. */
export function barOutline(bins: readonly Bin[]): XY[] {
  return bins.flatMap(({ from, to, n }) => [
    { x: from + GAP, y: 0 },
    { x: from + GAP, y: n },
    { x: to - GAP, y: n },
    { x: to - GAP, y: 0 },
  ]);
}

/**
 * How often each probability was said: ten bars that stand under the bins of the diagram above. Drawn as one filled line,
 * of which the browser has the parts already.
 */
export function forecastHistogram(report: Report, theme: Theme): ChartConfiguration<'scatter'> {
  const { bins } = report;
  const kind = report.selection.kind ?? null;
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          label: 'Forecasts',
          data: bins.map(({ from, to, n }) => ({ x: (from + to) / 2, y: n })),
          pointRadius: 0,
          pointHitRadius: 12,
        },
        {
          label: 'Bars',
          data: barOutline(bins),
          showLine: true,
          pointRadius: 0,
          pointHitRadius: 0,
          borderWidth: 0,
          fill: 'origin',
          backgroundColor: kind ? theme.kinds[kind] : theme.mark,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: EDGE_ROOM, top: 4 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: 1,
          ticks: { display: false },
          grid: { display: false },
          border: { color: theme.muted },
        },
        y: {
          beginAtZero: true,
          title: {
            display: true,
            text: 'Forecasts',
            color: theme.ink,
            font: { family: theme.font, size: 13 },
          },
          ticks: {
            color: theme.muted,
            maxTicksLimit: 3,
            precision: 0,
            font: { family: theme.font, size: 12 },
          },
          grid: { color: theme.rule, lineWidth: 0.5, drawTicks: false },
          border: { display: false },
          afterFit: (scale) => {
            scale.width = AXIS_ROOM;
          },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltipStyle(theme),
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            title: ([item]) => (item && bins[item.dataIndex] ? binName(bins[item.dataIndex]!) : ''),
            label: ({ dataIndex }) => count(bins[dataIndex]?.n ?? 0, 'forecast'),
          },
        },
      },
    },
  };
}
