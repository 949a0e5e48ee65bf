import { expect, it } from '@jest/globals';
import { slugOf } from '../../src/topics/slug.js';

it.each([
  ['Iran Conflict 2026', 'iran-conflict-2026'],
  ['  Café – “à la carte” ', 'cafe-a-la-carte'],
  ['!?', 'untitled'],
  ['x'.repeat(100), 'x'.repeat(64)],
  [`${'x'.repeat(63)} y`, 'x'.repeat(63)],
  [`a${'\u{20000}'.repeat(40)}`, `a${'\u{20000}'.repeat(31)}`],
])('%s → %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
