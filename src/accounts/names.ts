import { invalid, isText, isWithin } from '../http/validation.js';
import type { Account } from './account.entity.js';

const WORDS = {
  reader: 'a former member of the desk',
  analyst: 'an analyst',
  editor: 'an editor',
  administrator: 'an administrator',
} as const;

/**
 * Name under which an act of an account is shown: to the desk the one to log in with, to readers the display name, and
 * where there is none a word of its role.
 */
export function shownName(account: Pick<Account, 'name' | 'displayName' | 'role'>, desk: boolean): string {
  return desk ? account.name : (account.displayName ?? WORDS[account.role]);
}

/** Whether a text holds an e-mail address: a word with something on either side of an @. */
export const holdsAddress = (text: string): boolean =>
  text.split(/\s/).some((word) => {
    const at = word.indexOf('@');
    return at > 0 && at < word.length - 1;
  });

/** @throws {Problem} validation_failed for a name that holds an e-mail address */
export function refuseAddress(field: string, name: string): void {
  if (holdsAddress(name))
    throw invalid([
      { field, message: 'may not be an e-mail address: names are seen by others. Choose a name' },
    ]);
}

/** @throws {Problem} validation_failed for a display name that cannot be shown, or holds an e-mail address */
export function displayNameOf(given: string | null): string | null {
  if (given === null) return null;
  if (!isText(given) || !isWithin(given.trim(), 80))
    throw invalid([{ field: 'displayName', message: 'must have 1 to 80 characters' }]);
  refuseAddress('displayName', given);
  return given.trim();
}
