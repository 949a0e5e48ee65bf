/** A probability as written, read; or the reason why it cannot be taken. */
export type ProbabilityReading = { value: number; comma: boolean } | { reason: string };

const NUMBER = /^([-–−+]?)(\d*)(?:([.,·٫])(\d+))? ?(%|％|per ?cent|percent|pct\.?)?$/i;

/**
 * Reads `0.82`, `.82`, `82%`, `82 per cent`, `0,82`. At most four decimals are kept on record, so more are refused
 * rather than rounded.
 */
export function readProbability(written: string): ProbabilityReading {
  const m = NUMBER.exec(written.trim());
  if (!m || (m[2] === '' && m[4] === undefined)) {
    return { reason: `“${written}” is not a probability: write a number such as 0.82 or 82 %.` };
  }
  const [, sign, whole = '', mark, fraction = '', percent] = m;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = Number(`${digits}.${fraction || '0'}`) / (percent ? 100 : 1);
  if (/^[-–−]$/.test(sign!) && value !== 0) {
    return { reason: `A probability cannot be negative (${written}).` };
  }
  if (value > 1) {
    const hint = !percent && value <= 100 && fraction === '' ? ` If ${digits} % is meant, write it so.` : '';
    return { reason: `A probability lies between 0 and 1, or 0 % and 100 % (${written}).${hint}` };
  }
  if (fraction.replace(/(?<!0)0+$/, '').length > (percent ? 2 : 4)) {
    return { reason: `A probability has at most four decimals (${written}).` };
  }
  return { value: Math.round(value * 10_000) / 10_000, comma: mark !== undefined && mark !== '.' };
}
