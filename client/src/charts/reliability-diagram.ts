import type { ChartArea, ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { Bin, Report } from '../data.js';
import { binInWords, binName, intervalOf, percent } from '../words.js';
import { type BinPoint, binPoints, connection, pointRadius, ROOMY } from './bin-points.js';
import { EDGE_ROOM, percentAxis, tooltipStyle, type XY } from './frame.js';
import { type PlacedPoint, places } from './placed-points.js';
import { plainText } from './plain-text.js';
import { KIND_SHAPES, type Theme } from './theme.js';

/** The CORP curve as a step line: level within each block of equal forecasts pooled together. */
export function corpSteps(report: Report): XY[] {
  return report.corp.curve.flatMap((block) => [
    { x: block.from, y: block.observed },
    { x: block.to, y: block.observed },
  ]);
}

export interface DiagramOptions {
  /** adds the CORP line and the consistency band */
  statistician?: boolean;
  /** what a click on a point does */
  onBin?: (bin: Bin) => void;
  /** is told where the points lie, in pixels of the picture, whenever it has been drawn */
  onPlaced?: (points: PlacedPoint[]) => void;
}

/**
 * How often it happened, against how probable it was said to be. The first dataset is the points, so that index i of
 * it is `binPoints(report.bins)[i]`.
 */
export function reliabilityDiagram(
  report: Report,
  theme: Theme,
  { statistician = false, onBin, onPlaced }: DiagramOptions = {},
): ChartConfiguration<'scatter'> {
  const points = binPoints(report.bins);
  const most = Math.max(1, ...points.map(({ bin }) => bin.n));
  const kind = report.selection.kind ?? null;
  const colour = kind ? theme.kinds[kind] : theme.mark;

  const radiusIn = ({ dataIndex, chart }: { dataIndex: number; chart: { chartArea: unknown } }): number =>
    pointRadius(points[dataIndex]?.bin.n ?? 0, most, (chart.chartArea as ChartArea | undefined)?.width);

  const datasets: ChartDataset<'scatter'>[] = [
    {
      label: 'Forecasts',
      data: points,
      pointStyle: kind ? KIND_SHAPES[kind] : 'circle',
      pointRadius: (context) => radiusIn(context),
      pointHoverRadius: (context) => radiusIn(context) + 1,
      pointBackgroundColor: points.map(({ hollow }) => (hollow ? theme.surface : colour)),
      pointBorderColor: colour,
      pointBorderWidth: 2,
      clip: false,
      order: 0,
    },
    line('Connection', connection(report.bins), { borderColor: colour, borderWidth: 1.5, order: 1 }),
    line(
      'As often as said',
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      {
        borderColor: theme.muted,
        borderWidth: 1,
        borderDash: [6, 5],
        order: 4,
      },
    ),
  ];
  if (report.baseRate !== null)
    datasets.push(
      line(
        'Base rate',
        [
          { x: 0, y: report.baseRate },
          { x: 1, y: report.baseRate },
        ],
        {
          borderColor: theme.muted,
          borderWidth: 1.5,
          borderDash: [1.5, 4],
          order: 4,
        },
      ),
    );
  if (statistician) {
    const band = report.consistencyBand.points ?? [];
    if (band.length > 0)
      datasets.push(
        line(
          'Band, low',
          band.map((p) => ({ x: p.forecast, y: p.low })),
          { borderWidth: 0, order: 6 },
        ),
        line(
          'Band',
          band.map((p) => ({ x: p.forecast, y: p.high })),
          {
            borderWidth: 0,
            backgroundColor: theme.band,
            fill: '-1',
            order: 6,
          },
        ),
      );
    datasets.push(
      line('CORP', corpSteps(report), { borderColor: theme.series[4], borderWidth: 2, order: 2 }),
    );
  }

  return {
    type: 'scatter',
    data: { datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: EDGE_ROOM, right: EDGE_ROOM } },
      interaction: { mode: 'nearest', intersect: true },
      onClick: (_event, elements) => {
        const point = elements.find(({ datasetIndex }) => datasetIndex === 0);
        const bin = point && points[point.index]?.bin;
        if (bin) onBin?.(bin);
      },
      scales: {
        x: percentAxis(theme, 'Forecast probability', 'x'),
        y: percentAxis(theme, 'How often it happened', 'y'),
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltipStyle(theme),
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            title: ([item]) => {
              const point = item && points[item.dataIndex];
              return point ? `${binName(point.bin)}: ${point.bin.n} forecasts` : '';
            },
            label: ({ dataIndex }) => wrapped(points[dataIndex] ? binInWords(points[dataIndex].bin) : ''),
          },
        },
      },
    },
    plugins: [
      corners(report, theme),
      lineLabels(report, theme),
      intervalBars(points, colour),
      numbers(points, most, theme),
      ...(onPlaced ? [places(points, most, onPlaced)] : []),
    ],
  };
}

function line(label: string, data: XY[], style: Partial<ChartDataset<'scatter'>>): ChartDataset<'scatter'> {
  return {
    label,
    data,
    showLine: true,
    pointRadius: 0,
    pointHitRadius: 0,
    spanGaps: false,
    fill: false,
    ...style,
  };
}

function wrapped(text: string): string[] {
  return text.split(/(?<=:) |(?= \()/).map((part) => part.trim());
}

/** What lies on either side of the diagonal, in words. */
function corners(report: Report, theme: Theme): Plugin<'scatter'> {
  return {
    id: 'corners',
    beforeDatasetsDraw: ({ ctx, chartArea: area, scales }) => {
      const size = area.width < ROOMY ? 11 : 12;
      const style = { colour: theme.muted, halo: theme.surface, font: `italic ${size}px ${theme.font}` };
      ctx.save();
      plainText(ctx, 'underconfident:', area.left + 8, area.top + 14, style);
      plainText(ctx, 'happened more than said', area.left + 8, area.top + 30, style);
      // A base rate near the floor has its name where these words would be: they move above it.
      const rate = report.baseRate === null ? null : scales.y?.getPixelForValue(report.baseRate);
      const floor = rate && rate > area.bottom - 48 ? rate - 14 : area.bottom;
      plainText(ctx, 'overconfident:', area.right - 8, floor - 30, { ...style, align: 'right' });
      plainText(ctx, 'happened less than said', area.right - 8, floor - 14, { ...style, align: 'right' });
      ctx.restore();
    },
  };
}

/** The diagonal's and the base rate's names. */
function lineLabels(report: Report, theme: Theme): Plugin<'scatter'> {
  const style = {
    colour: theme.muted,
    halo: theme.surface,
    font: `12px ${theme.font}`,
    align: 'right',
  } as const;
  return {
    id: 'lineLabels',
    beforeDatasetsDraw: ({ ctx, chartArea: area }) => {
      // The diagonal ends in the corner; its name stands just outside, where points hardly reach.
      ctx.save();
      plainText(ctx, 'as often as said', area.right + EDGE_ROOM - 2, area.top - 14, style);
      ctx.restore();
    },
    afterDatasetsDraw: ({ ctx, chartArea: area, scales }) => {
      if (report.baseRate === null || !scales.y) return;
      ctx.save();
      const y = scales.y.getPixelForValue(report.baseRate);
      plainText(ctx, `base rate ${percent(report.baseRate)}`, area.right - 8, y - 9, style);
      ctx.restore();
    },
  };
}

/** The 90 % range of each point. */
function intervalBars(points: readonly BinPoint[], colour: string): Plugin<'scatter'> {
  return {
    id: 'intervalBars',
    beforeDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.5;
      for (const { x: at, bin } of points) {
        const interval = intervalOf(bin);
        if (!interval) continue;
        const centre = x.getPixelForValue(at);
        const low = y.getPixelForValue(interval.low);
        const high = y.getPixelForValue(interval.high);
        ctx.beginPath();
        ctx.moveTo(centre, low);
        ctx.lineTo(centre, high);
        for (const end of [low, high]) {
          ctx.moveTo(centre - 4, end);
          ctx.lineTo(centre + 4, end);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

/** The number of forecasts beside each point. */
function numbers(points: readonly BinPoint[], most: number, theme: Theme): Plugin<'scatter'> {
  return {
    id: 'numbers',
    afterDatasetsDraw: ({ ctx, chartArea: area, scales: { x, y } }) => {
      if (!x || !y) return;
      ctx.save();
      for (const { x: at, y: height, bin } of points) {
        const radius = pointRadius(bin.n, most, area.width);
        const left = x.getPixelForValue(at) + radius + 3;
        const top = Math.min(y.getPixelForValue(height) + radius + 2, area.bottom - 7);
        const flip = left + 8 * String(bin.n).length > area.right + EDGE_ROOM;
        plainText(ctx, String(bin.n), flip ? left - 2 * radius - 6 : left, top, {
          colour: theme.ink,
          halo: theme.surface,
          font: `600 12px ${theme.font}`,
          align: flip ? 'right' : 'left',
        });
      }
      ctx.restore();
    },
  };
}
