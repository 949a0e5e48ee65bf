import { ApiProperty } from '@nestjs/swagger';
import { type Kind, KINDS, type ScenarioState, STATES } from '../scenarios/scenario.entity.js';
import { type Term, TERMS } from '../topics/topic.entity.js';

const text = { type: String, nullable: true } as const;

/** One forecast of one's own, with what became of it. */
export class MyForecast {
  @ApiProperty() forecastId: string;
  @ApiProperty() scenarioId: string;
  @ApiProperty({ description: 'slug' }) topic: string;
  @ApiProperty({ enum: KINDS }) kind: Kind;
  @ApiProperty({ enum: TERMS }) term: Term;
  @ApiProperty() statement: string;
  @ApiProperty(text) premise: string | null;
  @ApiProperty({ description: 'slug' }) forecaster: string;
  @ApiProperty({ description: '0..1, errata applied' }) probability: number;
  @ApiProperty() statedAt: string;
  @ApiProperty() recordedAt: string;
  @ApiProperty() archival: boolean;
  @ApiProperty() reconstructed: boolean;
  @ApiProperty({ ...text, description: 'when a withdrawal ended it' }) withdrawnAt: string | null;
  @ApiProperty(text) rationale: string | null;
  @ApiProperty() deadline: string;
  @ApiProperty({ enum: STATES }) state: ScenarioState;
  @ApiProperty({ enum: ['occurred', 'not_occurred'], nullable: true }) outcome: string | null;
  @ApiProperty(text) outcomeOn: string | null;
  @ApiProperty({
    enum: ['live', 'archival'],
    nullable: true,
    description: 'null: it does not count (rule 9)',
  })
  countsAs: 'live' | 'archival' | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'its squared gap to the outcome; null while there is none, or where it does not count',
  })
  brierScore: number | null;
}

export class MyForecasts {
  @ApiProperty({ type: [MyForecast] }) forecasts: MyForecast[];
}
