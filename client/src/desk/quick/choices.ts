/** What chips let one choose among, as values with their words. */
import type { Kind, Term } from '../../data.js';
import { KIND_WORDS, TERM_WORDS } from '../../words.js';

export const KINDS = Object.entries(KIND_WORDS) as [Kind, string][];
export const TERMS = Object.entries(TERM_WORDS) as [Term, string][];

export const named = (all: readonly { slug: string; name: string }[]) =>
  all.map(({ slug, name }) => [slug, name] as const);
