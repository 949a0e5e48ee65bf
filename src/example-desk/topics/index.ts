import type { TopicSource } from '../types.js';
import { bank } from './bank.js';
import { drought } from './drought.js';
import { league } from './league.js';
import { port } from './port.js';
import { satellites } from './satellites.js';
import { strait } from './strait.js';
import { tunnel } from './tunnel.js';

/** The seven running stories of the example desk. All of it is invented. */
export const TOPICS: readonly TopicSource[] = [strait, drought, port, bank, tunnel, league, satellites];
