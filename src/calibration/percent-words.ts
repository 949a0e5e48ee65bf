/**
 * A share 0..1 as a person writes it: whole percent, but never rounded to a certainty that it is not.
 *
 * @param share 0..1; above 1 it is a percentage above 100.
 * @example [0.797, 0.004, 0.998, 0, 1].map(percentWords) // => ['80%', 'under 1%', 'over 99%', '0%', '100%']
 */
export function percentWords(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'under 1%';
  if (percent === 100 && share < 1) return 'over 99%';
  return `${percent}%`;
}
