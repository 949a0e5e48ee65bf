import type { Plugin } from 'chart.js';
import type { Bin } from '../data.js';
import { type BinPoint, pointRadius } from './bin-points.js';

/** Where a point lies in its picture, in pixels. */
export interface PlacedPoint {
  bin: Bin;
  left: number;
  top: number;
  radius: number;
}

/** Tells where the points lie, so that what is not part of the picture can stand on them. */
export function places(
  points: readonly BinPoint[],
  most: number,
  tell: (points: PlacedPoint[]) => void,
): Plugin<'scatter'> {
  return {
    id: 'places',
    afterDraw: ({ chartArea: area, scales: { x, y } }) => {
      if (!x || !y) return;
      tell(
        points.map(({ x: at, y: height, bin }) => ({
          ...{ bin, left: x.getPixelForValue(at), top: y.getPixelForValue(height) },
          radius: pointRadius(bin.n, most, area.width),
        })),
      );
    },
  };
}
