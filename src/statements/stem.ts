const SUFFIXES = [
  ...['ation', 'ment', 'ingly', 'edly', 'ion', 'ing', 'ied', 'ie'],
  ...['er', 'est', 'ed', 'ly', 'e', 'y'],
];
const SHORTEST = 3;

/**
 * Folds the endings of an English word: enough to see that two forms are of one word, no more. The usual stemmers tell
 * more apart; none is among this project's packages.
 *
 * @param word lower case, letters
 * @example stem('closing') // => 'clos'
 */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  const one = word.length > SHORTEST && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  for (const suffix of SUFFIXES)
    if (one.endsWith(suffix) && one.length - suffix.length >= SHORTEST) {
      const root = one.slice(0, -suffix.length);
      return /([^aeiouls])\1$/.test(root) ? root.slice(0, -1) : root;
    }
  return one;
}
