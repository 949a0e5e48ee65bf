/** Where the example desk lives, unless DATABASE_URL names another database. */
export const EXAMPLE_FILE = 'data/example-desk.sqlite';
