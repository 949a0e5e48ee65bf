import type { CountedScenario } from './counted-scenario.entity.js';
import { dayPeriod, EVER, EVERYONE, isDayPeriod, monthOf, monthPeriod, UNDATED } from './periods.js';
import { anyClass, isAnyClass, isReleased } from './scenario-class.js';
import type { Tally } from './tally.entity.js';

/** Which tally. */
export type TallyKey = Pick<Tally, 'groupId' | 'class' | 'period'>;

export const keyOf = ({ groupId, class: code, period }: TallyKey): string => `${groupId} ${code} ${period}`;

type Counted = Pick<CountedScenario, 'class' | 'day'>;

/** The narrowest tally of everyone, or of a topic, that a scenario is counted in: of its class, on its day or in its month. */
export function narrowest(groupId: string, { class: code, day }: Counted): TallyKey {
  if (day === UNDATED) return { groupId, class: code, period: EVER };
  return { groupId, class: code, period: groupId === EVERYONE ? dayPeriod(day) : monthPeriod(day) };
}

/**
 * The tallies that one of everyone or of a topic is added into: all classes together in the same period, and its class in
 * the next longer one. So days make months, months make all time, and nothing is added twice.
 */
export function wider({ groupId, class: code, period }: TallyKey): TallyKey[] {
  if (isAnyClass(code)) return [];
  const together = { groupId, class: anyClass(isReleased(code)), period };
  if (period === EVER) return [together];
  return [together, { groupId, class: code, period: isDayPeriod(period) ? monthOf(period) : EVER }];
}

/**
 * The tallies of a forecaster: of all time for its class, of its month for all classes together. A class of a month of
 * one forecaster has a handful of forecasts: those are read themselves.
 */
export function talliesOfForecaster(groupId: string, { class: code, day }: Counted): TallyKey[] {
  const ever = { groupId, class: code, period: EVER };
  if (day === UNDATED) return [ever];
  return [ever, { groupId, class: anyClass(isReleased(code)), period: monthPeriod(day) }];
}
