import type { CountedScenario } from './counted-scenario.entity.js';
import { dayPeriod, EVER, EVERYONE, monthPeriod, UNDATED } from './periods.js';
import { anyClass, classOf } from './scenario-class.js';
import type { Tally } from './tally.entity.js';

/** Which tally. */
export type TallyKey = Pick<Tally, 'groupId' | 'class' | 'period'>;

export const keyOf = ({ groupId, class: code, period }: TallyKey): string => `${groupId} ${code} ${period}`;

type Counted = Pick<CountedScenario, 'class' | 'day'>;

/**
 * The tallies of everyone, or of a topic, that a scenario is counted in: of all time and of its month, and for everyone
 * of its day; each for its class, and for all classes together.
 */
export function talliesOf(groupId: string, { class: code, day }: Counted): TallyKey[] {
  const periods = [EVER];
  if (day !== UNDATED) periods.push(monthPeriod(day));
  if (day !== UNDATED && groupId === EVERYONE) periods.push(dayPeriod(day));
  const classes = [code, anyClass(classOf(code).released)];
  return periods.flatMap((period) => classes.map((one) => ({ groupId, class: one, period })));
}

/**
 * The tallies of a forecaster: of all time for its class, of its month for all classes together. A class of a month of
 * one forecaster has a handful of forecasts: those are read themselves.
 */
export function talliesOfForecaster(forecasterId: string, { class: code, day }: Counted): TallyKey[] {
  const ever = { groupId: forecasterId, class: code, period: EVER };
  if (day === UNDATED) return [ever];
  return [ever, { ...ever, class: anyClass(classOf(code).released), period: monthPeriod(day) }];
}
