import { saidPercent } from '../words.js';

export interface ReadPercent {
  /** 0..1; null where it is in doubt, or none */
  probability: number | null;
  /** what to ask, where it is in doubt */
  question?: string;
  candidates?: number[];
}

/**
 * What somebody means who was asked for a percentage. A number below 1 may be meant either way: it is asked about.
 *
 * @example readPercent('65').probability // => 0.65
 */
export function readPercent(text: string): ReadPercent {
  const words = text.trim().replace(/ ?%$/, '').replace(',', '.');
  const value = /^\d{0,3}(?:\.\d+)?$/.test(words) && words !== '' ? Number(words) : NaN;
  const isFine = (one: number) => Number(one.toFixed(4)) !== one;
  const round = (one: number) => Number(one.toFixed(12));
  if (!(value >= 0 && value <= 100) || (value >= 1 && isFine(round(value / 100))))
    return {
      probability: null,
      question: 'Give a percentage from 0 to 100, with two decimals at most, such as 65.',
    };
  if (value > 0 && value < 1) {
    const candidates = [value, round(value / 100)].filter((one) => !isFine(one));
    const question = `“${text.trim()}”: do you mean ${candidates.map(saidPercent).join(' or ')}?`;
    return { probability: null, question, candidates };
  }
  return { probability: round(value / 100) };
}
