import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { reliabilityDiagram } from '../../../client/src/charts/reliability-diagram.js';
import type { Card } from '../../../client/src/cards.js';
import type { Kind, Report } from '../../../client/src/data.js';
import type { Theme } from '../../../client/src/charts/theme.js';
import { chartPicture } from './chart-picture.js';
import { isRightToLeft, wrapText } from './wrap-text.js';

/** Open Graph's size. */
export const CARD = { width: 1200, height: 630 } as const;
const EDGE = 64;
const DIAGRAM = 430;
const TITLE_SIZES = [60, 52, 46, 40, 34] as const;
const KICKER = 76;
const FOOT = 40;
const FACT = { size: 26, line: 36, most: 8 } as const;

export function drawCard(card: Card, theme: Theme): Canvas {
  const canvas = createCanvas(CARD.width, CARD.height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = theme.surface;
  ctx.fillRect(0, 0, CARD.width, CARD.height);
  ctx.fillStyle = theme.ink;
  ctx.fillRect(0, 0, CARD.width, 12);
  const width = CARD.width - 2 * EDGE - (card.report ? DIAGRAM + 40 : 0);
  if (card.report) drawDiagram(ctx, card.report, theme);
  drawKicker(ctx, card, theme, width, KICKER);
  const facts = factLines(ctx, card.facts, theme, width);
  const bottom = CARD.height - EDGE - FOOT - facts.length * FACT.line;
  drawTitle(ctx, card.title, theme, width, KICKER + 24, bottom - 24);
  facts.forEach((line, index) => {
    ctx.font = `${FACT.size}px ${theme.font}`;
    ctx.fillStyle = theme.ink;
    write(ctx, line, bottom + 20 + index * FACT.line, width);
  });
  ctx.font = `600 24px ${theme.font}`;
  ctx.fillStyle = theme.muted;
  const foot = `${card.house}${card.example ? ' · example desk: everything here is invented' : ''}`;
  const [line = ''] = wrapText(foot, CARD.width - 2 * EDGE, 1, (text) => ctx.measureText(text).width);
  write(ctx, line, CARD.height - 40, CARD.width - 2 * EDGE);
  return canvas;
}

function drawKicker(ctx: SKRSContext2D, card: Card, theme: Theme, width: number, y: number): void {
  ctx.font = `26px ${theme.font}`;
  ctx.fillStyle = theme.muted;
  const left = card.kind ? 40 : 0;
  const [line = ''] = wrapText(card.kicker, width - left, 1, (text) => ctx.measureText(text).width);
  write(ctx, line, y, width - left, left);
  if (card.kind) drawMark(ctx, card.kind, theme.kinds[card.kind], EDGE + 12, y - 9);
}

/** The largest size at which all of it fits; at the smallest, what does not fit is cut. */
function drawTitle(
  ctx: SKRSContext2D,
  title: string,
  theme: Theme,
  width: number,
  top: number,
  bottom: number,
): void {
  let chosen: { size: number; lines: string[] } = { size: 0, lines: [] };
  for (const size of TITLE_SIZES) {
    ctx.font = `600 ${size}px ${theme.font}`;
    const most = Math.max(1, Math.floor((bottom - top) / (size * 1.22)));
    const lines = wrapText(title, width, most, (text) => ctx.measureText(text).width);
    chosen = { size, lines };
    if (!lines.at(-1)?.endsWith('…')) break;
  }
  ctx.fillStyle = theme.ink;
  chosen.lines.forEach((line, index) => write(ctx, line, top + chosen.size * (1 + index * 1.22), width));
}

/** Whole facts only: one for which there is no room is left out. */
function factLines(ctx: SKRSContext2D, facts: readonly string[], theme: Theme, width: number): string[] {
  ctx.font = `${FACT.size}px ${theme.font}`;
  const lines: string[] = [];
  for (const fact of facts) {
    const own = wrapText(fact, width, 3, (text) => ctx.measureText(text).width);
    if (lines.length + own.length <= FACT.most) lines.push(...own);
  }
  return lines;
}

/** One line; from the right edge where it is read from there. */
function write(ctx: SKRSContext2D, line: string, y: number, width: number, indent = 0): void {
  const fromRight = isRightToLeft(line);
  ctx.direction = fromRight ? 'rtl' : 'ltr';
  ctx.textAlign = fromRight ? 'right' : 'left';
  ctx.fillText(line, EDGE + indent + (fromRight ? width : 0), y);
  ctx.direction = 'ltr';
  ctx.textAlign = 'left';
}

function drawDiagram(ctx: SKRSContext2D, report: Report, theme: Theme): void {
  const diagram = chartPicture(
    reliabilityDiagram(report, theme),
    theme,
    { width: DIAGRAM, height: DIAGRAM },
    2,
  );
  ctx.drawImage(diagram, CARD.width - EDGE - DIAGRAM + 20, 70, DIAGRAM, DIAGRAM);
}

function drawMark(ctx: SKRSContext2D, kind: Kind, colour: string, x: number, y: number): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  if (kind === 'opportunity') ctx.arc(x, y, 12, 0, 2 * Math.PI);
  else if (kind === 'consequence') ctx.rect(x - 11, y - 11, 22, 22);
  else {
    ctx.moveTo(x, y - 13);
    ctx.lineTo(x + 13, y + 11);
    ctx.lineTo(x - 13, y + 11);
  }
  ctx.fill();
}
