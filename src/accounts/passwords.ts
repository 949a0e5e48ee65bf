import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { Turns } from '../http/turns.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { isCommonPassword } from './common-passwords.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** The package's constant is a const enum, which separately compiled modules cannot read. */
const ARGON2ID: Algorithm = 2;
/** The second choice of RFC 9106: 64 MiB, three passes, four lanes. Some 100 ms on a small machine. */
const COSTS = { algorithm: ARGON2ID, memoryCost: 64 * 1024, timeCost: 3, parallelism: 4 };

/** Each takes 64 MiB and the whole machine: two at once, while some tens wait. */
const turns = new Turns({
  atOnce: 2,
  waiting: 60,
  refuse: () =>
    new Problem('too_many_attempts', 'Too many people log in at once. Try again in a few seconds.', {
      retryAfterSeconds: 5,
    }),
});

/**
 * @param name of the account, which makes a poor password
 * @throws {Problem} validation_failed for one that is too short, too long, or too common
 */
export function requireGoodPassword(password: string, name: string, field = 'password'): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    throw invalid([
      { field, message: `must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; any will do` },
    ]);
  if (isCommonPassword(password, [name]))
    throw invalid([
      {
        field,
        message: 'is among the first that a guesser tries; four words that do not belong together are better',
      },
    ]);
}

export const hashPassword = (password: string): Promise<string> =>
  turns.run(() => hash(password.normalize('NFKC'), COSTS));

/** As much work for an account that is not there, or has no password, as for one that has. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  const expected = known ?? (await nobody());
  const matches = await turns.run(() => verify(expected, password.normalize('NFKC')));
  return known !== null && matches;
}

let nobodys: Promise<string> | undefined;
const nobody = (): Promise<string> => (nobodys ??= hash('a password that opens nothing', COSTS));
