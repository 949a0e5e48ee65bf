import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type { Scenario } from '../data.js';
import { dayMs, instant, saidPercent, shortDay } from '../words.js';
import { crowdSteps, DAY_MS, endOf, forecastSeries, timeOf } from './forecast-series.js';
import { EDGE_ROOM, percentAxis, tooltipStyle } from './frame.js';
import { plainText } from './plain-text.js';
import { SERIES_DASHES, SERIES_SHAPES, type Theme } from './theme.js';

const ROW = 16;

export interface TimeMark {
  at: number;
  label: string;
  weight: 'deadline' | 'outcome' | 'event' | 'correction';
}

/** Deadline, outcome, events (numbered as in the list of evidence) and corrections on one time line. */
export function timeMarks(scenario: Scenario): TimeMark[] {
  const marks: TimeMark[] = [
    { at: endOf(scenario.deadline), label: `deadline ${shortDay(scenario.deadline)}`, weight: 'deadline' },
  ];
  const last = scenario.resolutions.at(-1);
  if (last && last.outcome !== 'reopened' && last.outcomeOn && last.outcomeOn !== scenario.deadline)
    marks.push({
      at: dayMs(last.outcomeOn) + DAY_MS / 2,
      label: last.outcome === 'annulled' ? 'annulled' : 'outcome',
      weight: 'outcome',
    });
  for (const resolution of scenario.resolutions)
    if (resolution.supersedes)
      marks.push({ at: Date.parse(resolution.recordedAt), label: 'corrected', weight: 'correction' });
  scenario.evidence.forEach(({ event }, i) => {
    marks.push({ at: dayMs(event.occurredOn) + DAY_MS / 2, label: String(i + 1), weight: 'event' });
  });
  return marks.sort((a, b) => a.at - b.at);
}

/** Gives each label a row in which it runs into no other one. */
export function rowsOf(labels: readonly { left: number; right: number }[]): number[] {
  const ends: number[] = [];
  return labels.map(({ left, right }) => {
    const free = ends.findIndex((end) => end <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = right;
    return row;
  });
}

export interface TimeTick {
  at: number;
  /** the year stands in a second line where it is new */
  label: string | [month: string, year: string];
}

/** Ticks at the starts of days, weeks apart, months or years, whichever gives a handful. */
export function timeTicks(min: number, max: number, most = 6): TimeTick[] {
  const days = (max - min) / DAY_MS;
  if (days <= most * 14) {
    const step = Math.max(1, Math.ceil(days / most)) * DAY_MS;
    const ticks: TimeTick[] = [];
    for (let at = Math.ceil(min / DAY_MS) * DAY_MS; at <= max; at += step)
      ticks.push({ at, label: shortDay(new Date(at).toISOString()) });
    return ticks;
  }
  const months = Math.max(1, Math.ceil(days / 30.4 / most));
  const step = months <= 3 ? months : months <= 6 ? 6 : Math.ceil(months / 12) * 12;
  const start = new Date(min);
  let lastYear = '';
  const ticks: TimeTick[] = [];
  for (let i = start.getUTCMonth() + 1; ; i++) {
    const at = Date.UTC(start.getUTCFullYear(), i, 1);
    if (at > max) break;
    const first = new Date(at);
    if (first.getUTCMonth() % Math.min(step, 12) !== 0) continue;
    if (step > 12 && first.getUTCFullYear() % (step / 12) !== 0) continue;
    const month = shortDay(first.toISOString()).slice(-3);
    const year = String(first.getUTCFullYear());
    ticks.push({ at, label: year === lastYear ? month : [month, year] });
    lastYear = year;
  }
  return ticks;
}

/** What the line of the crowd is called. */
export const MEDIAN = 'Median of all';

/** What was said over time, and what happened meanwhile. */
export function probabilityOverTime(
  scenario: Scenario,
  theme: Theme,
  today: string,
): ChartConfiguration<'scatter'> {
  const series = forecastSeries(scenario, today);
  const crowd = crowdSteps(scenario, today);
  const marks = timeMarks(scenario);
  const times = [...series.flatMap(({ steps }) => steps.map((p) => p.x)), ...marks.map((m) => m.at)].filter(
    (t) => Number.isFinite(t),
  );
  const first = Math.min(...times, dayMs(scenario.openedOn));
  const last = Math.max(...times, first + DAY_MS);
  const margin = (last - first) * 0.03;
  const rowsNeeded = Math.min(3, marks.filter(({ weight }) => weight !== 'event').length);
  const percentScale = percentAxis(theme, 'Probability said', 'y');

  const datasets = series.flatMap(({ forecaster, forecasts, steps }, i): ChartDataset<'scatter'>[] => {
    const colour = theme.series[i % theme.series.length]!;
    const archival = forecasts.map((f) => f.archival);
    return [
      {
        label: forecaster.name,
        data: forecasts.map((f) => ({ x: timeOf(f), y: f.probability })),
        pointStyle: SERIES_SHAPES[i % SERIES_SHAPES.length]!,
        pointRadius: 5,
        pointBorderColor: colour,
        pointBorderWidth: 2,
        // An archival forecast is hollow: it was written down later than it was said.
        pointBackgroundColor: archival.map((late) => (late ? theme.surface : colour)),
        clip: false,
        order: 0,
      },
      {
        label: forecaster.name,
        data: steps,
        showLine: true,
        stepped: true,
        spanGaps: false,
        pointRadius: 0,
        pointHitRadius: 0,
        borderColor: colour,
        borderWidth: 2,
        borderDash: [...SERIES_DASHES[i % SERIES_DASHES.length]!],
        order: 1,
      },
    ];
  });
  // The median lies below the lines that it comes from: broad and without a dash, a cross where it changes.
  if (crowd.length > 0)
    datasets.push({
      label: MEDIAN,
      data: crowd,
      showLine: true,
      stepped: true,
      spanGaps: false,
      pointStyle: 'crossRot',
      pointRadius: crowd.map(({ y }, i) => (y === crowd[i - 1]?.y ? 0 : 6)),
      pointHitRadius: 4,
      pointBorderColor: theme.muted,
      pointBorderWidth: 2,
      borderColor: theme.muted,
      borderWidth: 5,
      clip: false,
      order: 2,
    });

  return {
    type: 'scatter',
    data: { datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: rowsNeeded * ROW + 6, right: EDGE_ROOM } },
      interaction: { mode: 'nearest', intersect: true },
      scales: {
        x: {
          type: 'linear',
          min: first - margin,
          max: last + margin,
          grid: { display: false },
          border: { color: theme.muted },
          ticks: {
            color: theme.muted,
            maxRotation: 0,
            autoSkip: true,
            autoSkipPadding: 12,
            font: { family: theme.font, size: 12 },
            callback: (value) => tickLabel(Number(value), timeTicks(first, last)),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = timeTicks(first, last).map(({ at }) => ({ value: at }));
          },
        },
        y: percentScale,
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltipStyle(theme),
          filter: (item) => item.datasetIndex % 2 === 0,
          callbacks: {
            title: ([item]) => (item ? (series[item.datasetIndex / 2]?.forecaster.name ?? MEDIAN) : ''),
            label: ({ datasetIndex, dataIndex }) => {
              const median = datasetIndex === 2 * series.length && crowd[dataIndex];
              if (median) return saidPercent(median.y);
              const forecast = series[Math.floor(datasetIndex / 2)]?.forecasts[dataIndex];
              return forecast
                ? `${saidPercent(forecast.probability)}, ${instant(forecast.statedAt)}${forecast.archival ? ' (archival)' : ''}`
                : '';
            },
          },
        },
      },
    },
    plugins: [markLines(marks, theme)],
  };
}

function tickLabel(at: number, ticks: readonly TimeTick[]): TimeTick['label'] {
  return ticks.find((tick) => tick.at === at)?.label ?? '';
}

/** Upright lines for deadline, outcome and corrections with their names above; numbered diamonds for events. */
function markLines(marks: readonly TimeMark[], theme: Theme): Plugin<'scatter'> {
  return {
    id: 'markLines',
    beforeDatasetsDraw: ({ ctx, chartArea: area, scales: { x } }) => {
      if (!x) return;
      const font = `12px ${theme.font}`;
      ctx.save();
      ctx.font = font;
      const named = marks.filter(({ weight }) => weight !== 'event');
      const boxes = named.map(({ at, label }) => {
        const width = ctx.measureText(label).width;
        const centre = x.getPixelForValue(at);
        const left = Math.max(area.left, Math.min(centre - width / 2, area.right + EDGE_ROOM - width));
        return { left, right: left + width + 8, centre };
      });
      const rows = rowsOf(boxes);
      named.forEach(({ label, weight }, i) => {
        const { left, centre } = boxes[i]!;
        const y = area.top - 8 - (rows[i] ?? 0) * ROW;
        ctx.strokeStyle = weight === 'outcome' ? theme.ink : theme.muted;
        ctx.lineWidth = weight === 'outcome' ? 2 : 1;
        ctx.setLineDash(weight === 'deadline' ? [5, 4] : weight === 'correction' ? [1.5, 3] : []);
        ctx.beginPath();
        ctx.moveTo(centre, y + 8);
        ctx.lineTo(centre, area.bottom);
        ctx.stroke();
        plainText(ctx, label, left, y, { colour: theme.ink, halo: theme.surface, font });
      });
      ctx.setLineDash([]);
      const events = marks.filter(({ weight }) => weight === 'event');
      const spots = events.map(({ at }) => x.getPixelForValue(at));
      const lanes = rowsOf(spots.map((centre) => ({ left: centre - 10, right: centre + 10 })));
      events.forEach(({ label }, i) => {
        const centre = spots[i]!;
        const y = area.bottom - 14 - (lanes[i] ?? 0) * 22;
        ctx.beginPath();
        ctx.moveTo(centre, y - 11);
        ctx.lineTo(centre + 11, y);
        ctx.lineTo(centre, y + 11);
        ctx.lineTo(centre - 11, y);
        ctx.closePath();
        ctx.fillStyle = theme.surface;
        ctx.fill();
        ctx.strokeStyle = theme.ink;
        ctx.lineWidth = 1.25;
        ctx.stroke();
        ctx.fillStyle = theme.ink;
        ctx.font = `600 11px ${theme.font}`;
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.fillText(label, centre, y + 0.5);
      });
      ctx.restore();
    },
  };
}
