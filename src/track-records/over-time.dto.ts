import { ApiProperty } from '@nestjs/swagger';
import type { RollingPoint } from '../calibration/index.js';

export class OverTimePoint implements RollingPoint {
  @ApiProperty({ description: 'the day of the outcome; the month, where it goes by months' }) on: string;
  @ApiProperty({ description: 'forecasts that the figures rest on' }) n: number;
  @ApiProperty({ description: 'their mean squared gap' }) brierScore: number;
  @ApiProperty({ description: 'the share of them that occurred' }) baseRate: number;
  @ApiProperty({ description: 'what quoting that share for each of them would have scored' })
  baseRateScore: number;
}

export class OverTime {
  @ApiProperty({ type: 'integer', description: 'forecasts in a point; fewer at the start' }) window: number;
  @ApiProperty({
    enum: ['forecast', 'month'],
    description:
      'month, for more than 5000 forecasts: a point rests on the latest whole months that hold so many',
  })
  by: 'forecast' | 'month';
  @ApiProperty({
    type: [OverTimePoint],
    description: 'the oldest first, 200 at most, from ten forecasts on; without what was imported undated',
  })
  points: OverTimePoint[];
}
