import type { TopicSource } from '../types.js';
import { tunnelEarly } from './tunnel-early.js';
import { tunnelLate } from './tunnel-late.js';

export const tunnel: TopicSource = {
  slug: 'garrow-tunnel',
  title: 'Garrow Base Tunnel',
  papers: ['Rail & Rock', 'Ostrel Morning Post'],
  briefings: [...tunnelEarly, ...tunnelLate],
};
