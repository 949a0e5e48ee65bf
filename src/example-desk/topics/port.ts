import type { TopicSource } from '../types.js';
import { portEarly } from './port-early.js';
import { portLate } from './port-late.js';

export const port: TopicSource = {
  slug: 'skarrow-docks',
  title: 'Skarrow Dock Strike',
  papers: ['Skarrow Evening Post', 'Harbour Gazette'],
  briefings: [...portEarly, ...portLate],
};
