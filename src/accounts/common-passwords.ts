/** What people have under their fingers: keys side by side, the alphabet, digits. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiopü',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!@#$%^&*()',
].flatMap((run) => [run, [...run].reverse().join('')]);
const SHORTEST_RUN = 4;

/** The words of the best-known passwords, and what stands nearest on a desk. Long ones stand before their parts. */
const WORDS = [
  ...['correcthorsebatterystaple', 'thequickbrownfox', 'administrator', 'letmeinplease', 'passwordpassword'],
  ...[
    'hindcast',
    'newsroom',
    'password',
    'passwort',
    'motdepasse',
    'contraseña',
    'parola',
    'passw0rd',
    'p@ssw0rd',
  ],
  ...[
    'p@ssword',
    'pa$$word',
    'changeme',
    'letmein',
    'welcome',
    'trustno1',
    'iloveyou',
    'sunshine',
    'princess',
  ],
  ...[
    'football',
    'baseball',
    'superman',
    'starwars',
    'whatever',
    'computer',
    'internet',
    'michael',
    'jessica',
  ],
  ...[
    'charlie',
    'dragon',
    'monkey',
    'master',
    'shadow',
    'qwerty',
    'secret',
    'summer',
    'winter',
    'spring',
    'autumn',
  ],
  ...[
    'forecast',
    'scenario',
    'briefing',
    'editor',
    'analyst',
    'hello',
    'login',
    'admin',
    'user',
    'test',
    'pass',
  ],
];

/** What is left of a good password without its common parts; fewer, and a guesser has it soon. */
const FEWEST_OF_ITS_OWN = 6;
const FEWEST_DIFFERENT = 5;

/**
 * Whether a guesser tries this early: one thing repeated, runs on the keyboard, the best-known words, the account's own
 * name, with some digits or signs around. A set of rules, not a list of what has leaked.
 *
 * @example isCommonPassword('Password123456', []) // => true
 * @example isCommonPassword('a quiet harbour at dawn', []) // => false
 */
export function isCommonPassword(password: string, names: readonly string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < FEWEST_DIFFERENT || /^(.{1,8})\1+$/u.test(text)) return true;
  const own = names.flatMap((name) => [name, ...name.split(/\s+/)].map((part) => part.trim().toLowerCase()));
  const words = [...own.filter((part) => part.length >= 3), ...WORDS];
  const bare = words.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return [...withoutRuns(bare).replace(/[\s_.-]/g, '')].length < FEWEST_OF_ITS_OWN;
}

function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const length = longestRun(text.slice(at));
    if (length < SHORTEST_RUN) rest += text[at];
    at += length < SHORTEST_RUN ? 1 : length;
  }
  return rest;
}

/** How many characters from the beginning stand side by side in one of the runs, or are all the same. */
function longestRun(text: string): number {
  let length = /^(.)\1*/su.exec(text)?.[0].length ?? 0;
  while (length < text.length && RUNS.some((run) => run.includes(text.slice(0, length + 1)))) length += 1;
  return length;
}
