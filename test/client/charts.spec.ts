import { describe, expect, it } from '@jest/globals';
import type { PlacedPoint } from '../../client/src/charts/placed-points.js';
import { momentOf, scoreOverTime } from '../../client/src/charts/score-over-time.js';
import { forecastHistogram } from '../../client/src/charts/forecast-histogram.js';
import {
  probabilityOverTime,
  rowsOf,
  timeMarks,
  timeTicks,
} from '../../client/src/charts/probability-over-time.js';
import { crowdSteps, forecastSeries } from '../../client/src/charts/forecast-series.js';
import { binPoints, connection, pointRadius } from '../../client/src/charts/bin-points.js';
import { reliabilityDiagram } from '../../client/src/charts/reliability-diagram.js';
import { DARK, LIGHT, type Theme } from '../../client/src/charts/theme.js';
import { bins, forecast, rolling, report, resolution, scenario } from './fixtures.js';

describe('the reliability diagram', () => {
  const full = report();
  const datasetsOf = (options = {}) => reliabilityDiagram(full, LIGHT, options).data.datasets;
  const named = (label: string, options = {}) => datasetsOf(options).find((set) => set.label === label);

  it('puts each point at the mean forecast of its bin', () =>
    expect(binPoints(full.bins)[7]).toMatchObject({ x: 0.789, y: 0.64 }));

  it('draws nothing for an empty bin', () => {
    expect(full.bins).toHaveLength(10);
    expect(binPoints(full.bins)).toHaveLength(9);
  });

  it('makes a bin with fewer than five forecasts hollow, and leads no line to it', () => {
    expect(
      binPoints(full.bins)
        .filter(({ hollow }) => hollow)
        .map(({ bin }) => bin.n),
    ).toEqual([3]);
    expect(connection(full.bins).map(({ x }) => Number.isFinite(x))).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(named('Connection')?.spanGaps).toBe(false);
  });

  it('sizes points by their count, by area', () => {
    expect(pointRadius(100, 100)).toBe(12);
    expect(pointRadius(25, 100)).toBe(8);
    expect(pointRadius(100, 100, 220)).toBeLessThan(12);
  });

  it('has both axes from 0 to 100 % with their titles always there', () => {
    const { x, y } = reliabilityDiagram(full, LIGHT).options?.scales ?? {};
    for (const axis of [x, y]) expect(axis).toMatchObject({ min: 0, max: 1, title: { display: true } });
    expect(x).toMatchObject({ title: { text: 'Forecast probability' } });
    expect(y).toMatchObject({ title: { text: 'How often it happened' } });
  });

  it('has a dashed diagonal and a dotted base rate', () => {
    expect(named('As often as said')).toMatchObject({
      data: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      borderDash: [6, 5],
    });
    expect(named('Base rate')).toMatchObject({
      data: [{ y: full.baseRate }, { y: full.baseRate }],
      borderDash: [1.5, 4],
    });
  });

  it('shows the CORP line and its band to statisticians only', () => {
    expect(named('CORP')).toBeUndefined();
    expect(named('Band')).toBeUndefined();
    expect(named('CORP', { statistician: true })?.data).toHaveLength(14);
    expect(named('Band', { statistician: true })?.data).toHaveLength(18);
  });

  it.each([
    ['risk', '#D55E00', 'triangle'],
    ['opportunity', '#009E73', 'circle'],
    ['consequence', '#0072B2', 'rect'],
  ] as const)('gives a %s its colour and its shape', (kind, colour, shape) => {
    const one = reliabilityDiagram({ ...full, selection: { kind, text: '' } }, LIGHT).data.datasets[0];
    expect(one).toMatchObject({ pointBorderColor: colour, pointStyle: shape });
  });

  it('does not move', () => expect(reliabilityDiagram(full, LIGHT).options?.animation).toBe(false));

  it('leaves the report as it was', () => {
    const frozen = JSON.stringify(full);
    reliabilityDiagram(full, LIGHT, { statistician: true });
    expect(JSON.stringify(full)).toBe(frozen);
  });

  it('stands above a histogram with a bar for each bin', () =>
    expect(forecastHistogram(full, LIGHT).data.datasets[0]?.data).toEqual(
      bins().map(({ from, to, n }) => ({ x: (from + to) / 2, y: n })),
    ));

  it('tells where its points lie, so that links can stand on them', () => {
    const told: PlacedPoint[][] = [];
    const { plugins } = reliabilityDiagram(full, LIGHT, { onPlaced: (points) => told.push(points) });
    const scale = { getPixelForValue: (share: number) => share * 100 };
    const chart = { chartArea: { width: 440 }, scales: { x: scale, y: scale } };
    plugins?.find(({ id }) => id === 'places')?.afterDraw?.(chart as never, {}, {});
    expect(told[0]).toHaveLength(9);
    expect(told[0]?.[7]).toMatchObject({ left: 78.9, top: 64, bin: { n: 25 } });
  });
});

describe('the score over time', () => {
  const drawn = scoreOverTime(rolling, LIGHT);

  it('has a point for each day, beside what the base rate would have scored', () => {
    const [own, reference] = drawn.data.datasets;
    expect(own?.data).toEqual(rolling.points.map(({ on, brierScore: y }) => ({ x: momentOf(on), y })));
    expect(reference?.data).toEqual(
      rolling.points.map(({ on, baseRateScore: y }) => ({ x: momentOf(on), y })),
    );
  });

  it('begins at 0, and always has room above the coin', () =>
    expect(drawn.options?.scales?.['y']).toMatchObject({ min: 0, max: 0.3 }));

  it('puts a month at its middle', () => expect(momentOf('2026-05')).toBe(momentOf('2026-05-15')));
});

describe('probability over time', () => {
  const T = (iso: string) => Date.parse(iso);

  it('has one line per forecaster, in the order in which they spoke', () =>
    expect(forecastSeries(scenario(), '2026-08-01').map(({ forecaster }) => forecaster.slug)).toEqual([
      'desk',
      'mira-holt',
    ]));

  it('holds each number until the next one, and the last until the outcome', () => {
    const of = scenario({
      forecasts: [forecast(), forecast({ probability: 0.4, statedAt: '2026-04-01T00:00:00Z' })],
      resolutions: [resolution({ outcomeOn: '2026-05-01' })],
    });
    expect(forecastSeries(of, '2026-08-01')[0]?.steps).toEqual([
      { x: T('2026-03-02T09:15:00Z'), y: 0.82 },
      { x: T('2026-04-01T00:00:00Z'), y: 0.4 },
      { x: T('2026-05-02T00:00:00Z'), y: 0.4 },
    ]);
    expect(probabilityOverTime(of, LIGHT, '2026-08-01').data.datasets[1]).toMatchObject({ stepped: true });
  });

  it('ends at today while it is open, and at the deadline when that has passed', () => {
    const open = scenario({ state: 'open', resolutions: [], forecasts: [forecast()] });
    const end = (today: string) => forecastSeries(open, today)[0]?.steps.at(-1)?.x;
    expect(end('2026-04-01')).toBe(T('2026-04-02T00:00:00Z'));
    expect(end('2026-09-01')).toBe(T('2026-07-01T00:00:00Z'));
  });

  it('breaks off at a withdrawal', () => {
    const of = scenario({
      forecasts: [forecast({ withdrawn: { recordedAt: '2026-03-10T00:00:00Z', reason: null } })],
    });
    expect(forecastSeries(of, '2026-08-01')[0]?.steps).toEqual([
      { x: T('2026-03-02T09:15:00Z'), y: 0.82 },
      { x: T('2026-03-10T00:00:00Z'), y: 0.82 },
      { x: Number.NaN, y: Number.NaN },
    ]);
  });

  it('has the crowd’s median where two forecasters or more stand, as a line with a mark of its own', () => {
    const said = (slug: string, probability: number, on: string) =>
      forecast({
        forecaster: { slug, name: slug, kind: 'person' },
        probability,
        statedAt: `${on}T00:00:00Z`,
      });
    const of = scenario({
      forecasts: [
        said('a', 0.8, '2026-03-02'),
        said('b', 0.4, '2026-03-10'),
        said('a', 0.5, '2026-04-01'),
        { ...said('c', 0.1, '2026-04-05'), reconstructed: true },
      ],
      resolutions: [resolution({ outcomeOn: '2026-05-01' })],
    });
    expect(crowdSteps(of, '2026-08-01')).toEqual([
      { x: T('2026-03-10T00:00:00Z'), y: 0.6 },
      { x: T('2026-04-01T00:00:00Z'), y: 0.6 },
      { x: T('2026-04-01T00:00:00Z'), y: 0.45 },
      { x: T('2026-05-02T00:00:00Z'), y: 0.45 },
    ]);
    const { datasets } = probabilityOverTime(of, LIGHT, '2026-08-01').data;
    expect(datasets.at(-1)).toMatchObject({
      ...{
        label: 'Median of all',
        pointStyle: 'crossRot',
        borderColor: LIGHT.muted,
        pointRadius: [6, 0, 6, 0],
      },
    });
    expect(datasets.filter(({ label }) => label === 'a')).not.toContainEqual(
      expect.objectContaining({ pointStyle: 'crossRot' }),
    );
  });

  it('has no median of one forecaster, nor while only one stands', () => {
    const alone = scenario({ forecasts: [forecast(), forecast({ statedAt: '2026-04-01T00:00:00Z' })] });
    expect(crowdSteps(alone, '2026-08-01')).toEqual([]);
    expect(probabilityOverTime(alone, LIGHT, '2026-08-01').data.datasets).toHaveLength(2);
    const ended = forecast({ withdrawn: { recordedAt: '2026-03-05T00:00:00Z', reason: null } });
    const later = forecast({
      forecaster: { slug: 'b', name: 'B', kind: 'person' },
      statedAt: '2026-03-06T00:00:00Z',
    });
    expect(crowdSteps(scenario({ forecasts: [ended, later] }), '2026-08-01')).toEqual([]);
  });

  it('leaves a gap in the median where too few stand', () => {
    const b = { slug: 'b', name: 'B', kind: 'person' as const };
    const ends = { recordedAt: '2026-03-10T00:00:00Z', reason: null };
    const of = scenario({
      forecasts: [
        forecast({ statedAt: '2026-03-02T00:00:00Z' }),
        forecast({ forecaster: b, statedAt: '2026-03-03T00:00:00Z', withdrawn: ends }),
        forecast({ forecaster: b, statedAt: '2026-04-03T00:00:00Z' }),
      ],
    });
    expect(crowdSteps(of, '2026-08-01').map(({ x }) => Number.isNaN(x))).toEqual([
      ...[false, false, true, false, false],
    ]);
  });

  it('marks deadline, outcome, numbered events and corrections on one time line', () => {
    const of = scenario({
      resolutions: [
        resolution(),
        resolution({ id: 'r2', outcome: 'occurred', outcomeOn: '2026-04-25', supersedes: 'resolution-1' }),
      ],
    });
    expect(timeMarks(of).map(({ label, weight }) => [weight, label.replace(/\u00a0/g, ' ')])).toEqual([
      ['event', '1'],
      ['event', '2'],
      ['outcome', 'outcome'],
      ['deadline', 'deadline 30 Jun'],
      ['correction', 'corrected'],
    ]);
  });

  it('gives labels that would overlap rows of their own', () =>
    expect(
      rowsOf([
        { left: 0, right: 50 },
        { left: 40, right: 90 },
        { left: 60, right: 100 },
      ]),
    ).toEqual([0, 1, 0]));

  it.each([
    ['2026-03-01', '2026-03-15', 'Mar'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['2020-01-01', '2030-01-01', '20'],
  ])('labels a handful of days, months or years from %s to %s', (from, to, part) => {
    const ticks = timeTicks(T(`${from}T00:00:00Z`), T(`${to}T00:00:00Z`));
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThan(9);
    expect(String(ticks[0]?.label)).toContain(part);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, bl] = [1, 3, 5]
      .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as [string, Theme][])('the %s theme', (_, theme) => {
  it('gives marks a contrast of 3:1', () => {
    for (const colour of [theme.mark, ...Object.values(theme.kinds), ...theme.series])
      expect([colour, contrast(colour, theme.surface)]).toEqual([colour, expect.any(Number)]);
    for (const colour of [theme.mark, ...Object.values(theme.kinds), ...theme.series])
      expect(contrast(colour, theme.surface)).toBeGreaterThanOrEqual(3);
  });
  it('gives text a contrast of 4.5:1', () => {
    for (const colour of [theme.ink, theme.muted])
      expect(contrast(colour, theme.surface)).toBeGreaterThanOrEqual(4.5);
  });
});
