import type { TopicSource } from '../types.js';
import { straitEarly } from './strait-early.js';
import { straitMiddle } from './strait-middle.js';
import { straitLate } from './strait-late.js';

export const strait: TopicSource = {
  slug: 'hollin-strait',
  title: 'Hollin Strait Dispute',
  papers: ['Harbour Gazette', 'Veldane Courier'],
  briefings: [...straitEarly, ...straitMiddle, ...straitLate],
};
