/** Text beside marks, with a halo in the page's colour so that lines do not run through it. */
export function plainText(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  style: { colour: string; halo: string; font: string; align?: CanvasTextAlign },
): void {
  ctx.font = style.font;
  ctx.textAlign = style.align ?? 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = style.halo;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = style.colour;
  ctx.fillText(text, x, y);
}
