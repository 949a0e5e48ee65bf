import type { TopicSource } from '../types.js';
import { leagueEarly } from './league-early.js';
import { leagueLate } from './league-late.js';

/** A season is short: this topic's terms are shorter than the others'. */
export const league: TopicSource = {
  slug: 'tarn-league',
  title: 'Tarn League Bankruptcy',
  shortDays: 60,
  mediumDays: 180,
  longDays: 540,
  papers: ['Touchline', 'Dunmarrow Herald'],
  briefings: [...leagueEarly, ...leagueLate],
};
