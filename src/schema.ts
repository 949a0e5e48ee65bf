import { Accounts1764000000000 } from '../migrations/1764000000000-accounts.js';
import { Account } from './accounts/account.entity.js';
import { ApiToken } from './accounts/api-token.entity.js';

/** Every table, and every step that led to it, in order. */
export const entities = [Account, ApiToken];
export const migrations = [Accounts1764000000000];
