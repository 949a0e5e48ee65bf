const SUFFIXES = [
  ...['ations', 'ation', 'ments', 'ment', 'ingly', 'edly', 'ions', 'ings', 'ion', 'ing', 'ies', 'ied'],
  ...['ers', 'est', 'ed', 'er', 'es', 'ly', 's', 'e', 'y'],
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
  for (const suffix of SUFFIXES)
    if (word.endsWith(suffix) && word.length - suffix.length >= SHORTEST) {
      const root = word.slice(0, -suffix.length);
      return /([^aeiouls])\1$/.test(root) ? root.slice(0, -1) : root;
    }
  return word;
}
