/** How wide a text is, in the font at hand. */
export type Measure = (text: string) => number;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';
/** No card has room for more; nothing longer is measured. */
const LONGEST = 1200;

const graphemesOf = (text: string): string[] => [...GRAPHEMES.segment(text)].map(({ segment }) => segment);

/**
 * Lines that are no wider than asked. A word that is too wide by itself is broken between graphemes, so that no mark
 * leaves its letter; what does not fit into the lines ends in an ellipsis.
 *
 * @example wrapText('a bb ccc', 4, 3, (text) => text.length) // => ['a bb', 'ccc']
 */
export function wrapText(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text.slice(0, LONGEST))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = measure(word) <= width ? [word] : broken(word, width, measure);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  const isCut = lines.length > most || text.length > LONGEST;
  const kept = lines.slice(0, most);
  if (isCut && kept.length > 0) kept[kept.length - 1] = shortened(kept.at(-1)!, width, measure);
  return kept;
}

const wordsOf = (text: string): string[] => text.split(/[^\S\u00a0]+/u).filter((word) => word !== '');

function broken(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const grapheme of graphemesOf(word)) {
    if (piece !== '' && measure(piece + grapheme) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function shortened(line: string, width: number, measure: Measure): string {
  const graphemes = graphemesOf(line);
  while (graphemes.length > 1 && measure(graphemes.join('').trimEnd() + ELLIPSIS) > width) graphemes.pop();
  return graphemes.join('').trimEnd() + ELLIPSIS;
}

/** Whether a text is read from right to left: by its first letter. */
export const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text);
