/** Settings under which no client is sent away for asking too often: what is measured is the work itself. */
export const NO_LIMITS = { LIMIT_ANONYMOUS: 'off', LIMIT_TOKEN: 'off', LIMIT_ACCOUNT: 'off' };
