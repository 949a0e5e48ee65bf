import type { ChartConfiguration } from 'chart.js';
import type { Report } from '../data.js';
import { binName } from '../words.js';
import { AXIS_ROOM, EDGE_ROOM, tooltipStyle } from './frame.js';
import type { Theme } from './theme.js';

/** How often each probability was said: ten bars that stand under the bins of the diagram above. */
export function forecastHistogram(report: Report, theme: Theme): ChartConfiguration<'bar'> {
  const { bins } = report;
  const kind = report.selection.kind ?? null;
  return {
    type: 'bar',
    data: {
      labels: bins.map(binName),
      datasets: [
        {
          label: 'Forecasts',
          data: bins.map((bin) => bin.n),
          backgroundColor: kind ? theme.kinds[kind] : theme.mark,
          barPercentage: 0.94,
          categoryPercentage: 1,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: EDGE_ROOM, top: 4 } },
      scales: {
        x: {
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
      plugins: { legend: { display: false }, tooltip: tooltipStyle(theme) },
    },
  };
}
