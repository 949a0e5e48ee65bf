import { type RandomSource, randomSource } from '../src/calibration/index.js';
import type { Sight } from '../src/database/visibility.js';
import { addDays, type Day, daysBetween } from '../src/days.js';
import { RECORDS, VANTAGES } from '../src/forecasts/counting.js';
import { KINDS, TESTABILITIES } from '../src/scenarios/scenario.entity.js';
import { TERMS } from '../src/topics/topic.entity.js';
import type { Filters } from '../src/track-records/filters.js';
import { endOf, firstDay, forecasterOf, FORECASTERS, MONTHS, topicOf, TOPICS, type World } from './world.js';

/** One report to ask for. */
export interface Asked {
  filters: Filters;
  sight: Sight;
}

/** The groups of reports that are measured apart, in the words of the table. */
export const SELECTIONS = [
  ...(['everything', 'kind × term', '12 months'] as const),
  ...(['one forecaster', 'one topic', 'forecaster × topic'] as const),
  ...(['any months of a forecaster', 'any months of a topic', 'every mix'] as const),
] as const;
export type SelectionName = (typeof SELECTIONS)[number];

/** The report that is asked for at one run: the same for the same run, another one for the next. */
export function asked(world: World, name: SelectionName, run: number): Asked {
  const draw = randomSource(run * 7919 + SELECTIONS.indexOf(name));
  const desk: Sight = { desk: true, now: endOf(world) };
  const by = (filters: Filters): Asked => ({ filters, sight: desk });
  const topic = () => topicOf(Math.floor(draw() * TOPICS)).slug;
  const forecaster = () => forecasterOf(Math.floor(draw() * FORECASTERS)).slug;
  switch (name) {
    case 'everything':
      return by({});
    case 'kind × term':
      return by({ kind: KINDS[run % 3], term: TERMS[Math.floor(run / 3) % 3] });
    case '12 months':
      return by(months(world, Math.floor(draw() * (MONTHS - 14)), 12));
    case 'one forecaster':
      return by({ forecaster: forecaster() });
    case 'one topic':
      return by({ topic: topic() });
    case 'forecaster × topic':
      return by({ forecaster: forecaster(), topic: topic() });
    case 'any months of a forecaster':
      return by({ forecaster: forecaster(), ...anyMonths(world, draw) });
    case 'any months of a topic':
      return by({ topic: topic(), ...anyMonths(world, draw) });
    case 'every mix':
      return mix(world, draw);
  }
}

/** Any of the filters together, for the desk or for the public; days need not begin or end a month. */
export function mix(world: World, draw: RandomSource): Asked {
  const may = <T>(chance: number, value: () => T): T | undefined => {
    const one = value(); // drawn in any case, so that one filter does not change the others
    return draw() < chance ? one : undefined;
  };
  const one = <T>(items: readonly T[]): T => items[Math.floor(draw() * items.length)]!;
  const desk = draw() < 0.7;
  const days = [anyDay(world, draw), anyDay(world, draw)].sort() as [Day, Day];
  // The public sees every other forecaster, and nine topics of ten.
  const shown = (index: number, every: number) => (desk ? index : index - (index % every));
  const filters = {
    topic: may(0.4, () => topicOf(shown(Math.floor(draw() * TOPICS), 10)).slug),
    forecaster: may(0.4, () => forecasterOf(shown(Math.floor(draw() * FORECASTERS), 2)).slug),
    kind: may(0.3, () => one(KINDS)),
    term: may(0.3, () => one(TERMS)),
    testability: may(0.25, () => one(TESTABILITIES)),
    from: may(0.5, () => days[0]),
    to: may(0.5, () => days[1]),
    vantage: may(0.6, () => one(VANTAGES)),
    records: may(0.4, () => one(RECORDS)),
  };
  return { filters, sight: { desk, now: endOf(world) } };
}

const anyDay = (world: World, draw: RandomSource): Day =>
  addDays(firstDay(world), Math.floor(draw() * (daysBetween(firstDay(world), world.endOn) + 1)));

function anyMonths(world: World, draw: RandomSource): { from: Day; to: Day } {
  const count = 1 + Math.floor(draw() * (MONTHS - 2));
  return months(world, Math.floor(draw() * (MONTHS - 1 - count)), count);
}

/** Whole months, counted from the first whole one. */
function months(world: World, first: number, count: number): { from: Day; to: Day } {
  const start = (month: number): Day => {
    const [year = 0, of = 0] = firstDay(world).split('-').map(Number);
    const at = year * 12 + of + month;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  };
  return { from: start(first), to: addDays(start(first + count), -1) };
}
