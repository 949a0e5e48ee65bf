import type { Locator } from 'playwright-core';

export interface Spot {
  x: number;
  y: number;
}

/** Words that were drawn on a canvas, and where, in CSS pixels of it. */
export interface Drawn extends Spot {
  text: string;
}

/** To be run in a page before its own scripts: takes down the words that they draw. */
export function noteDrawnWords(): void {
  const words = new WeakMap<HTMLCanvasElement, Drawn[]>();
  const draw = Reflect.get(CanvasRenderingContext2D.prototype, 'fillText') as (...what: unknown[]) => void;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    const own = words.get(this.canvas) ?? [];
    words.set(this.canvas, [...own, { text, x, y }]);
    return draw.call(this, text, x, y, ...rest);
  };
  (window as unknown as { drawnOn: unknown }).drawnOn = (one: HTMLCanvasElement) => words.get(one) ?? [];
}

export const drawnWords = (canvas: Locator): Promise<Drawn[]> =>
  canvas.evaluate((one) => (window as unknown as { drawnOn(one: Element): Drawn[] }).drawnOn(one));

/** The colour at each spot, as `#rrggbb`; '' where nothing was drawn. */
export const coloursAt = (canvas: Locator, spots: readonly Spot[]): Promise<string[]> =>
  canvas.evaluate((one, wanted) => {
    const picture = one as HTMLCanvasElement;
    const scale = picture.width / picture.clientWidth;
    const context = picture.getContext('2d')!;
    return wanted.map(({ x, y }) => {
      const [r, g, b, alpha] = context.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data;
      const hex = [r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('');
      return alpha === 0 ? '' : `#${hex}`;
    });
  }, spots);

/** How many pixels have this colour, and this opacity of 255 at most one off. */
export const pixelsOf = (canvas: Locator, colour: string, opacity = 255): Promise<number> =>
  canvas.evaluate(
    (one, [wanted, opaque]) => {
      const picture = one as HTMLCanvasElement;
      const { data } = picture.getContext('2d')!.getImageData(0, 0, picture.width, picture.height);
      const parts = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        const isOpaque = Math.abs(data[at + 3]! - opaque) <= 1;
        // Little opacity leaves little room for exact colours.
        if (isOpaque && parts.every((part, i) => Math.abs(part - data[at + i]!) <= (opaque < 255 ? 8 : 0)))
          found += 1;
      }
      return found;
    },
    [colour, opacity] as const,
  );
