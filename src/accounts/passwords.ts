import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { invalid } from '../http/validation.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** The package's constant is a const enum, which separately compiled modules cannot read. */
const ARGON2ID: Algorithm = 2;
/** The second choice of RFC 9106: 64 MiB, three passes, four lanes. Some 100 ms on a small machine. */
const COSTS = { algorithm: ARGON2ID, memoryCost: 64 * 1024, timeCost: 3, parallelism: 4 };

/** @throws {Problem} validation_failed for one that is too short or too long */
export function requireGoodPassword(password: string, field = 'password'): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    throw invalid([
      { field, message: `must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; any will do` },
    ]);
}

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COSTS);

/** As much work for an account that is not there, or has no password, as for one that has. */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  const matches = await verify(known ?? (await nobody()), password.normalize('NFKC'));
  return known !== null && matches;
}

let nobodys: Promise<string> | undefined;
const nobody = (): Promise<string> => (nobodys ??= hashPassword('a password that opens nothing'));
