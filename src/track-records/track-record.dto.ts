import { ApiProperty } from '@nestjs/swagger';
import type { Report } from '../calibration/index.js';
import { ForecasterRef } from '../forecasters/forecaster.dto.js';
import { ScenarioListItem } from '../scenarios/scenario.dto.js';
import { ReportView } from './report.dto.js';

const figure = { type: Number, nullable: true } as const;

export class TrackRecordItem {
  @ApiProperty({ type: ScenarioListItem }) scenario: ScenarioListItem;
  @ApiProperty({
    type: ForecasterRef,
    nullable: true,
    description: 'null for readers, where it is a person whose track record is not public',
  })
  forecaster: ForecasterRef | null;
  @ApiProperty({
    ...figure,
    description:
      'the one that counts at this vantage; with `only=ended`, that would have counted; null with `only=unscored`',
  })
  probability: number | null;
  @ApiProperty({
    ...figure,
    description: 'its squared error: 0 best, 1 worst; null with `only=unscored` and `only=ended`',
  })
  brierScore: number | null;
  @ApiProperty() archival: boolean;
  @ApiProperty({ ...figure, description: 'days from the forecast to the outcome' }) leadDays: number | null;
}

export class TrackRecordPage {
  @ApiProperty({ type: ReportView }) summary: Report;
  @ApiProperty({ type: [TrackRecordItem] }) items: TrackRecordItem[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ReportGroup {
  @ApiProperty() key: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: ReportView }) report: Report;
}

export class GroupedReports {
  @ApiProperty({ type: [ReportGroup] }) groups: ReportGroup[];
}
