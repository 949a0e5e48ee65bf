import { describe, expect, it, jest } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { predictionCard, recordCard } from '../../client/src/cards.js';
import { forecastHistogram } from '../../client/src/charts/forecast-histogram.js';
import { probabilityOverTime } from '../../client/src/charts/probability-over-time.js';
import { reliabilityDiagram } from '../../client/src/charts/reliability-diagram.js';
import { HISTOGRAM_SIZE, OVER_TIME_SIZE, RELIABILITY_SIZE } from '../../client/src/charts/sizes.js';
import { CARD, drawCard } from '../../src/pages/pictures/card.js';
import { chartPicture, type Size, THEMES, themeOf } from '../../src/pages/pictures/chart-picture.js';
import { fontStack } from '../../src/pages/pictures/fonts.js';
import { PictureStore } from '../../src/pages/pictures/picture-store.js';
import { isRightToLeft, wrapText } from '../../src/pages/pictures/wrap-text.js';
import { prediction, report, SITE } from '../client/fixtures.js';
import { NAMED_ATTACKS } from './attacks.js';

/** The share of a picture's pixels that are not of its paper. */
async function inked(png: Buffer): Promise<{ width: number; height: number; share: number }> {
  const image = await loadImage(png);
  const { width, height } = image;
  const ctx = createCanvas(width, height).getContext('2d');
  ctx.drawImage(image, 0, 0);
  const { data } = ctx.getImageData(0, 0, width, height);
  const paper = [...data.slice(-4, -1)];
  let other = 0;
  for (let at = 0; at < data.length; at += 4)
    if (paper.some((value, index) => Math.abs(data[at + index]! - value) > 24)) other += 1;
  return { width, height, share: other / (width * height) };
}

const CHARTS: [string, Size, (theme: ReturnType<typeof themeOf>) => unknown][] = [
  ['reliability diagram', RELIABILITY_SIZE, (theme) => reliabilityDiagram(report(), theme)],
  ['histogram', HISTOGRAM_SIZE, (theme) => forecastHistogram(report(), theme)],
  [
    'probability over time',
    OVER_TIME_SIZE,
    (theme) => probabilityOverTime(prediction().scenario, theme, '2026-06-15'),
  ],
];

describe('a chart drawn without a browser', () => {
  it.each(CHARTS)(
    'is a picture of the size of its place, and not blank: %s',
    async (_, size, configurationOf) => {
      const sizes = [];
      for (const name of THEMES) {
        const theme = themeOf(name);
        const png = chartPicture(configurationOf(theme), theme, size, 1).toBuffer('image/png');
        const { width, height, share } = await inked(png);
        expect([width, height]).toEqual([size.width, size.height]);
        expect(share).toBeGreaterThan(0.005);
        expect(share).toBeLessThan(0.6);
        sizes.push(png.length);
      }
      expect(Math.max(...sizes)).toBeLessThan(50_000);
    },
  );

  it('is the same whenever it is drawn', () => {
    const theme = themeOf();
    const draw = () =>
      chartPicture(reliabilityDiagram(report(), theme), theme, RELIABILITY_SIZE, 1).toBuffer('image/png');
    expect(draw().equals(draw())).toBe(true);
  });

  it('differs between light and dark', () => {
    const [light, dark] = THEMES.map((name) =>
      chartPicture(reliabilityDiagram(report(), themeOf(name)), themeOf(name), RELIABILITY_SIZE, 1).toBuffer(
        'image/png',
      ),
    );
    expect(light!.equals(dark!)).toBe(false);
  });
});

describe('the fonts of pictures', () => {
  it('are those that hold our letters, then what else there is', () => {
    expect(fontStack(['Odd One', 'Arial', 'DejaVu Sans'])).toBe('"DejaVu Sans", "Arial", "Odd One"');
  });

  it('are asked for where there are none: a picture without its words would mislead', () => {
    expect(() => fontStack([])).toThrow(/no font/);
  });
});

describe('text on cards', () => {
  const measure = (text: string) => [...text].length;

  it.each([
    ['a bb ccc', 4, 9, ['a bb', 'ccc']],
    ['abcdefghij', 4, 9, ['abcd', 'efgh', 'ij']],
    ['one two three four', 5, 2, ['one', 'two…']],
    ['x abcdefgh y', 3, 9, ['x', 'abc', 'def', 'gh', 'y']],
    ['', 4, 9, []],
  ])('wraps %j', (text, width, most, lines) => {
    expect(wrapText(text, width, most, measure)).toEqual(lines);
  });

  it('never parts a mark from its letter, nor an emoji from what changes it', () => {
    const lines = wrapText('e\u0301'.repeat(9) + '👩🏽‍🚀'.repeat(4), 5, 99, measure);
    for (const line of lines) expect(line).not.toMatch(/^[\p{M}\u200d]/u);
    expect(lines.join('')).toBe('e\u0301'.repeat(9) + '👩🏽‍🚀'.repeat(4));
  });

  it.each(NAMED_ATTACKS)('is never wider than its place: %s', (_, text) => {
    const ctx = createCanvas(10, 10).getContext('2d');
    ctx.font = `34px ${fontStack()}`;
    const width = (line: string) => ctx.measureText(line).width;
    const lines = wrapText(text, 600, 5, width);
    expect(lines.length).toBeLessThanOrEqual(5);
    for (const line of lines) if (line.length > 2) expect(width(line)).toBeLessThanOrEqual(600);
  });

  it('knows what is read from the right', () => {
    expect(['שלום', '«مرحبا»', 'peace', '12', ''].map(isRightToLeft)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each(NAMED_ATTACKS)('breaks no card: %s', async (_, text) => {
    const { scenario } = prediction();
    const card = predictionCard(
      SITE,
      { ...scenario, statement: text, topic: { slug: 't', title: text } },
      '2026-06-15',
    );
    const { width, height, share } = await inked(drawCard(card, themeOf()).toBuffer('image/png'));
    expect([width, height]).toEqual([CARD.width, CARD.height]);
    expect(share).toBeGreaterThan(0.01);
  });
});

describe('a card', () => {
  it('of a prediction tells what was said and how it stands, and no score', () => {
    const card = predictionCard(SITE, prediction().scenario, '2026-06-15');
    expect(card.facts.join(' ')).toMatch(/\d\s%/);
    expect(JSON.stringify(card)).not.toMatch(/squared|Brier|score/i);
  });

  it('of a record draws the diagram from ten forecasts on', () => {
    const few = report([[9, 50, 4]]);
    expect(recordCard(SITE, 'Topic', 'Harbour', few)).toMatchObject({ report: null });
    expect(recordCard(SITE, 'Topic', 'Harbour', report())).toMatchObject({ report: report() });
  });
});

describe('the store of pictures', () => {
  const canvas = () => createCanvas(8, 8);

  it('draws once what several ask for, and keeps it', async () => {
    const store = new PictureStore();
    const draw = jest.fn(canvas);
    const [one, two] = await Promise.all([store.png('a', draw), store.png('a', draw)]);
    expect(await store.png('a', draw)).toBe(one);
    expect(two).toBe(one);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('lets go of what was asked for longest ago', async () => {
    const size = (await new PictureStore().png('x', canvas)).length;
    const store = new PictureStore(2 * size);
    const draw = jest.fn(canvas);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await store.png(key, draw);
    expect(draw).toHaveBeenCalledTimes(4);
  });

  it('refuses where too many wait, and draws again afterwards', async () => {
    const store = new PictureStore();
    const all = await Promise.allSettled(
      Array.from({ length: 25 }, (_, index) => store.png(`${index}`, canvas)),
    );
    const refused = all.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array(5).fill('too_busy'));
    await expect(store.png('later', canvas)).resolves.toBeInstanceOf(Buffer);
  });

  it('does not keep a failure', async () => {
    const store = new PictureStore();
    await expect(
      store.png('a', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(store.png('a', canvas)).resolves.toBeInstanceOf(Buffer);
  });
});
