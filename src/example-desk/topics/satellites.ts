import type { TopicSource } from '../types.js';
import { satellitesEarly } from './satellites-early.js';
import { satellitesLate } from './satellites-late.js';

export const satellites: TopicSource = {
  slug: 'skeinwork-failure',
  title: 'Skeinwork Satellite Failure',
  papers: ['Transit', 'Ansbrough Financial'],
  briefings: [...satellitesEarly, ...satellitesLate],
};
