import type { Kind } from '../data.js';

/** The colours of a drawing. The stylesheet holds the same values: a picture has no style sheet to ask. */
export interface Theme {
  surface: string;
  ink: string;
  muted: string;
  rule: string;
  /** points of a mixed selection, and bars */
  mark: string;
  band: string;
  kinds: Record<Kind, string>;
  /** one line each; told apart by dash and shape as well */
  series: readonly string[];
  font: string;
}

/** Okabe and Ito's colours, which most colour-blind readers tell apart. */
export const KIND_COLOURS: Record<Kind, string> = {
  risk: '#D55E00',
  opportunity: '#009E73',
  consequence: '#0072B2',
};

/** Chart.js point styles: a shape for each kind, so that colour is never the only difference. */
export const KIND_SHAPES = {
  risk: 'triangle',
  opportunity: 'circle',
  consequence: 'rect',
} as const satisfies Record<Kind, string>;

export const SERIES_DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2]];
export const SERIES_SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'star'] as const;

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const LIGHT: Theme = {
  surface: '#fffdf8',
  ink: '#1f1c17',
  muted: '#5d574c',
  rule: '#d8d1c2',
  mark: '#2f4b6e',
  band: 'rgba(47, 75, 110, 0.14)',
  kinds: KIND_COLOURS,
  series: ['#1f1c17', '#0072B2', '#C25500', '#008A64', '#A3477F'],
  font: FONT,
};

export const DARK: Theme = {
  surface: '#1b1d20',
  ink: '#ece7dd',
  muted: '#aea797',
  rule: '#3b3e43',
  mark: '#9dbde6',
  band: 'rgba(157, 189, 230, 0.2)',
  kinds: { ...KIND_COLOURS, consequence: '#2F8FCB' },
  series: ['#ece7dd', '#56B4E9', '#E8822E', '#2DBE93', '#D88BB9'],
  font: FONT,
};
