import type { Scale } from 'chart.js';
import type { Theme } from './theme.js';

/** A point whose values are there: Chart.js's own allows null. */
export interface XY {
  x: number;
  y: number;
}

/** Room for an axis with its title, the same below and at the left, so that the plot stays square and charts line up. */
export const AXIS_ROOM = 56;
/** Room on the other two sides: half of the label “100 %”, so that no axis asks for more. */
export const EDGE_ROOM = 22;

export const asPercent = (value: number | string): string => `${Math.round(Number(value) * 100)}`;

/** An axis from 0 to 100 %. */
export function percentAxis(theme: Theme, title: string, direction: 'x' | 'y') {
  return {
    type: 'linear' as const,
    min: 0,
    max: 1,
    position: direction === 'x' ? ('bottom' as const) : ('left' as const),
    title: { display: true, text: title, color: theme.ink, font: { family: theme.font, size: 13 } },
    ticks: {
      stepSize: 0.2,
      color: theme.muted,
      maxRotation: 0,
      font: { family: theme.font, size: 12 },
      callback: (value: number | string) => `${asPercent(value)}${Number(value) === 1 ? ' %' : ''}`,
    },
    grid: { color: theme.rule, lineWidth: 0.5, drawTicks: false },
    border: { color: theme.muted },
    afterFit: (scale: Scale) => {
      if (direction === 'x') scale.height = AXIS_ROOM;
      else scale.width = AXIS_ROOM;
    },
  };
}

/** A calm tooltip that follows the page's colours. */
export function tooltipStyle(theme: Theme) {
  return {
    backgroundColor: theme.ink,
    titleColor: theme.surface,
    bodyColor: theme.surface,
    displayColors: false,
    padding: 10,
    titleFont: { family: theme.font, size: 13 },
    bodyFont: { family: theme.font, size: 13 },
  };
}
