import { BP } from '../calibration/index.js';

/** How the numbers of a file are written, where it had to be declared or every value shows it. */
export interface NumberForm {
  /** `fraction`: 0 to 1. `percent`: 0 to 100, with or without a percent sign. */
  unit: 'fraction' | 'percent';
  decimalComma: boolean;
}

/** A probability in ten-thousandths, and whether it had more than four decimals. */
export interface ReadProbability {
  bp: number;
  isRounded: boolean;
}

/** How a probability is written: what a file's form is decided by. `large` is a plain number from 10 to 100. */
export type Writing = 'zero' | 'fraction' | 'large' | 'percent' | 'comma' | 'other';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const WITH_COMMA = /^[-+]?\d*,\d+(?:e[-+]?\d+)?$/i;

/** A plain number from here on is more likely a percentage than a slip. */
const LARGE_FROM = 10;

const OCCURRED = new Set(['true', 't', 'yes', 'y', 'occurred']);
const NOT_OCCURRED = new Set(['false', 'f', 'no', 'n', 'not_occurred']);
/** Missing in R and pandas; void on forecasting platforms. */
const NO_OUTCOME = new Set(['', 'na', 'n/a', 'nan', 'annulled', 'ambiguous', 'void']);

/**
 * An outcome: true, false, null where the row has none (empty, void, or a tie of 0.5), undefined where it cannot be read.
 *
 * @example readOutcome('1.0', false) // => true
 * @example readOutcome('0.5', false) // => null
 */
export function readOutcome(cell: string, decimalComma: boolean): boolean | null | undefined {
  const text = cell.trim().toLowerCase();
  if (NO_OUTCOME.has(text)) return null;
  if (OCCURRED.has(text)) return true;
  if (NOT_OCCURRED.has(text)) return false;
  const number = plain(text, decimalComma);
  if (typeof number === 'string' || !NUMBER.test(number.text)) return undefined;
  const value = Number(number.text);
  return value === 1 ? true : value === 0 ? false : value === 0.5 ? null : undefined;
}

export const OUTCOME_UNREADABLE = 'the outcome is none of 1, 0, true, false, yes, no, occurred, not_occurred';

/** How a probability is written, before anything is supposed of its unit. */
export function writingOf(cell: string, decimalComma: boolean): Writing {
  const text = cell.trim();
  const isPercent = text.endsWith('%');
  const digits = isPercent ? text.slice(0, -1).trimEnd() : text;
  if (!decimalComma && WITH_COMMA.test(digits)) return 'comma';
  const number = plain(digits, decimalComma);
  if (typeof number === 'string' || !NUMBER.test(number.text)) return 'other';
  const value = Number(number.text);
  if (isPercent) return 'percent';
  if (value === 0) return 'zero';
  if (value > 0 && value <= 1) return 'fraction';
  return value >= LARGE_FROM && value <= 100 ? 'large' : 'other';
}

/**
 * A probability, or the reason why the text is none. It is rounded to four decimals after its range is checked: what is
 * just outside is refused. Exponents are read (`1e-04`); hexadecimal, signs and words are not.
 *
 * @example readProbability('0.31095999', { unit: 'fraction', decimalComma: false }) // => { bp: 3110, isRounded: true }
 * @example readProbability('70%', { unit: 'percent', decimalComma: false }) // => { bp: 7000, isRounded: false }
 */
export function readProbability(cell: string, { unit, decimalComma }: NumberForm): ReadProbability | string {
  const text = cell.trim();
  if (text === '') return 'the probability is missing';
  const hasSign = text.endsWith('%');
  if (hasSign && unit === 'fraction')
    return 'the probability has a percent sign where others have none (all percentages: --percent)';
  const digits = hasSign ? text.slice(0, -1).trimEnd() : text;
  if (!decimalComma && WITH_COMMA.test(digits))
    return 'the probability has a decimal comma where others have none (all commas: --decimal-comma)';
  const number = plain(digits, decimalComma);
  if (typeof number === 'string') return number;
  if (!NUMBER.test(number.text) || number.text.startsWith('+'))
    return `the probability is no plain decimal number such as ${unit === 'percent' ? '35' : '0.35'}`;
  const value = Number(number.text);
  const whole = unit === 'percent' ? 100 : 1;
  if (!(value >= 0 && value <= whole)) {
    if (unit === 'percent') return 'the probability is not from 0 to 100%';
    return `the probability is not from 0 to 1${value > 1 && value <= 100 ? ' (percentages: --percent)' : ''}`;
  }
  const bp = Math.round(value * (BP / whole)) + 0; // never minus zero
  return { bp, isRounded: hasMoreDecimals(number.text, value, bp, unit) };
}

function hasMoreDecimals(text: string, value: number, bp: number, unit: NumberForm['unit']): boolean {
  if (/e/i.test(text)) return unit === 'percent' ? bp / 100 !== value : bp / BP !== value;
  return unit === 'percent' ? /\.\d{2}\d*[1-9]/.test(text) : /\.\d{4}\d*[1-9]/.test(text);
}

/** A number with a point, or the reason why it cannot be one in a file with decimal commas. */
function plain(text: string, decimalComma: boolean): { text: string } | string {
  if (!decimalComma) return { text };
  if (text.includes('.')) return 'the probability has a decimal point where decimal commas were declared';
  return { text: text.replace(',', '.') };
}
