import { GlobalFonts } from '@napi-rs/canvas';
import { Problem } from '../../problems.js';

/** Families that hold the letters and signs of our texts, the widest first. */
const FAMILIES = [
  'DejaVu Sans',
  'Noto Sans',
  'Liberation Sans',
  'Roboto',
  'Segoe UI',
  'Helvetica Neue',
  'Arial',
];

/**
 * The families to draw with: those known to be good that this machine has, then whatever else it has, for the letters
 * that they lack.
 *
 * @throws {Problem} not_ready on a machine without a font: a picture without its words would mislead
 * @example fontStack(['Noto Serif', 'DejaVu Sans']) // => '"DejaVu Sans", "Noto Serif"'
 */
export function fontStack(
  there: readonly string[] = GlobalFonts.families.map(({ family }) => family),
): string {
  if (there.length === 0)
    throw new Problem(
      'not_ready',
      'This machine has no font to draw words with. Install one, such as fonts-dejavu-core.',
    );
  const good = FAMILIES.filter((family) => there.includes(family));
  const others = there.filter((family) => !good.includes(family) && /^[\p{L}\p{N} .-]+$/u.test(family));
  return [...good, ...others.slice(0, 20)].map((family) => `"${family}"`).join(', ');
}
