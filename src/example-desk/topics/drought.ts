import type { TopicSource } from '../types.js';
import { droughtEarly } from './drought-early.js';
import { droughtLate } from './drought-late.js';

export const drought: TopicSource = {
  slug: 'merrow-drought',
  title: 'Merrow Drought',
  papers: ['Merrow Ledger', 'Dunmarrow Herald'],
  briefings: [...droughtEarly, ...droughtLate],
};
