/** What kinds of scenario there are, and how they can be judged. Pure: the browser counts with them too. */
export const KINDS = ['risk', 'opportunity', 'consequence'] as const;
export type Kind = (typeof KINDS)[number];
export const TESTABILITIES = ['observable', 'judged', 'untested'] as const;
export type Testability = (typeof TESTABILITIES)[number];
