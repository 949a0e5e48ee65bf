import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { ChartConfiguration } from 'chart.js';
import { Chart } from '../../../client/src/charts/chart.js';
import { DARK, LIGHT, type Theme } from '../../../client/src/charts/theme.js';
import { fontStack } from './fonts.js';

export const THEMES = ['light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** The pages' colours, in a font that this machine has. */
export const themeOf = (name: ThemeName = 'light'): Theme => ({
  ...(name === 'dark' ? DARK : LIGHT),
  font: fontStack(),
});

export interface Size {
  width: number;
  height: number;
}

/**
 * A chart as the pages draw it, drawn here: the same configuration, on a canvas without a browser. It is drawn whole
 * before this returns.
 *
 * @param scale pixels of the picture for each of the page
 */
export function chartPicture(
  configuration: unknown,
  theme: Theme,
  { width, height }: Size,
  scale: number,
): Canvas {
  const canvas = createCanvas(width, height);
  const { options = {}, plugins = [], ...rest } = configuration as ChartConfiguration;
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...rest,
    options: { ...options, responsive: false, animation: false, events: [], devicePixelRatio: scale },
    plugins: [...plugins, paper(theme)],
  });
  chart.stop();
  return canvas;
}

/** A picture has no page behind it. */
const paper = (theme: Theme) => ({
  id: 'paper',
  beforeDraw: ({ ctx, width, height }: { ctx: CanvasRenderingContext2D; width: number; height: number }) => {
    ctx.save();
    ctx.fillStyle = theme.surface;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
});
