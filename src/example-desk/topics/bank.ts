import type { TopicSource } from '../types.js';
import { bankEarly } from './bank-early.js';
import { bankLate } from './bank-late.js';

export const bank: TopicSource = {
  slug: 'sundal-central-bank',
  title: 'Central Bank of Sundal',
  papers: ['Ansbrough Financial', 'Union Record'],
  briefings: [...bankEarly, ...bankLate],
};
