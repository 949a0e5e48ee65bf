import { ApiProperty } from '@nestjs/swagger';
import { addDays, type Day, daysBetween, isDay } from '../days.js';
import { Problem } from '../problems.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A deadline as an author checks it. */
export class ClosingDay {
  @ApiProperty({ type: String, format: 'date' }) day: Day;
  @ApiProperty({ example: 'Wednesday' }) weekday: string;
  @ApiProperty({
    type: 'integer',
    description: 'from today in the zone of the topic; negative: it has passed',
  })
  inDays: number;
}

export const closingDay = (day: Day, today: Day): ClosingDay => ({
  ...{ day, weekday: WEEKDAYS[new Date(`${day}T00:00:00.000Z`).getUTCDay()]! },
  inDays: daysBetween(today, day),
});

/** @throws {Problem} deadline_invalid, for a day before the opening or past every day that is counted */
export function requireDeadline(deadline: Day, openedOn: Day): void {
  if (deadline < openedOn)
    throw new Problem('deadline_invalid', `The deadline ${deadline} lies before ${openedOn}, when it opens.`);
  if (!isDay(deadline) || !isDay(addDays(deadline, 1)))
    throw new Problem('deadline_invalid', `The deadline ${deadline} lies past every day that is counted.`);
}
