/** Up to here doubles hold every integer. */
const EXACT = 2 ** 53 - 1;

/**
 * Compares two shares a/n and b/m without dividing: negative, zero or positive as a/n is below, equal to or above b/m.
 * Equal shares must be found equal (1/3 and 2/6), which quotients of doubles do not promise. Products past 2⁵³ are
 * taken as big integers.
 *
 *     sign of a · m − b · n
 *
 * @param a @param n @param b @param m non-negative safe integers, n and m above 0; they are not checked.
 * @example compareShares(1, 3, 2, 6) // => 0
 */
export function compareShares(a: number, n: number, b: number, m: number): number {
  const left = a * m;
  const right = b * n;
  if (left <= EXACT && right <= EXACT) return left - right;
  return Number(BigInt(a) * BigInt(m) - BigInt(b) * BigInt(n));
}
