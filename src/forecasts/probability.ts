import { probabilityToBp } from '../calibration/index.js';
import { Problem } from '../problems.js';

/**
 * Rule 1, at every door alike: a number from 0 to 1 with at most four decimals → ten-thousandths.
 *
 * @throws {Problem} probability_invalid for anything else, numbers in quotes included
 */
export function requireProbability(value: unknown): number {
  const bp = typeof value === 'number' ? probabilityToBp(value) : null;
  if (bp === null)
    throw new Problem(
      'probability_invalid',
      `A probability is a number from 0 to 1 with at most four decimals, such as 0.65; not ${shown(value)}.`,
      { probability: value ?? null },
    );
  return bp;
}

function shown(value: unknown): string {
  if (value === undefined) return 'a missing one';
  const text =
    typeof value === 'string' ? `“${value}”` : typeof value === 'number' ? `${value}` : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
