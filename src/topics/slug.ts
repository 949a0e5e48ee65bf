import { fold } from '../texts/texts.js';

/** The name of a thing in an address: 'Iran Conflict 2026' → 'iran-conflict-2026'. At most 64 characters, never empty. */
export function slugOf(title: string): string {
  const slug = fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
    .replace(/\p{Cs}$/u, '') // half of a pair
    .replace(/-$/, '');
  return slug || 'untitled';
}
