import { ApiProperty } from '@nestjs/swagger';

const figure = { type: Number, nullable: true } as const;
const many = (of: Record<string, object>) =>
  ({ type: 'array', items: { type: 'object', properties: of } }) as const;
const one = (of: Record<string, object>) => ({ type: 'object', properties: of }) as never;
const number = { type: 'number', nullable: true };
const integer = { type: 'integer' };
const interval = {
  type: 'object',
  nullable: true,
  properties: { level: { type: 'number' }, low: number, high: number },
};

/** The OpenAPI form of the report; the engine's `Report` is its type in code. */
export class ReportView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'the filters in force, and in words',
  })
  selection: object;
  @ApiProperty({ type: 'integer', description: 'forecasts counted: one per forecaster × scenario' })
  n: number;
  @ApiProperty({ type: 'integer' }) occurred: number;
  @ApiProperty(figure) baseRate: number | null;
  @ApiProperty({ type: 'integer', description: 'scenarios that they rest on' }) scenarios: number;
  @ApiProperty({ type: 'integer' }) open: number;
  @ApiProperty({ type: 'integer' }) overdue: number;
  @ApiProperty({ type: 'integer' }) annulled: number;
  @ApiProperty({ type: 'integer' }) withdrawn: number;
  @ApiProperty({ type: 'integer' }) judged: number;
  @ApiProperty({ type: 'integer' }) selfResolved: number;
  @ApiProperty({ type: 'integer' }) resolvedEarly: number;
  @ApiProperty({ type: 'integer' }) undated: number;
  @ApiProperty(one({ sum: number, low: number, high: number })) expectedOccurred: object;
  @ApiProperty({ ...figure, description: 'mean squared gap: 0 best, 1 worst' }) brierScore: number | null;
  @ApiProperty(figure) brierSkillScore: number | null;
  @ApiProperty({ ...figure, description: 'in nats' }) logScore: number | null;
  @ApiProperty({ type: 'integer' }) certainMisses: number;
  @ApiProperty(figure) sphericalScore: number | null;
  @ApiProperty(figure) sharpness: number | null;
  @ApiProperty(figure) auc: number | null;
  @ApiProperty(one({ best: number, worst: number })) bounds: object;
  @ApiProperty(one({ reliability: number, resolutionComponent: number, uncertainty: number })) murphy: object;
  @ApiProperty(
    one({
      ...{ miscalibration: number, discrimination: number, uncertainty: number },
      curve: many({ from: number, to: number, n: integer, occurred: integer, observed: number }),
    }),
  )
  corp: object;
  @ApiProperty(
    one({
      miscalibration: { type: 'object', properties: { mean: number, p95: number } },
      calibrationError: { type: 'object', properties: { mean: number, p95: number } },
    }),
  )
  expectedUnderCalibration: object;
  @ApiProperty(figure) calibrationError: number | null;
  @ApiProperty(
    many({
      from: number,
      to: number,
      n: integer,
      occurred: integer,
      meanForecast: number,
      observed: number,
      interval,
    }),
  )
  bins: object[];
  @ApiProperty(
    one({
      level: { type: 'number' },
      points: { ...many({ forecast: number, low: number, high: number }), nullable: true },
    }),
  )
  consistencyBand: object;
  @ApiProperty(one({ z: number, pValue: number })) spiegelhalter: object;
  @ApiProperty(one({ intercept: number, slope: number })) recalibration: object;
  @ApiProperty(
    many({ fromDays: integer, toDays: { type: 'integer', nullable: true }, n: integer, brierScore: number }),
  )
  leadTime: object[];
  @ApiProperty(many({ term: { type: 'string' }, n: integer, late: integer, early: integer })) terms: object[];
  @ApiProperty(
    one({ status: { type: 'string' }, provisional: { type: 'boolean' }, text: { type: 'string' } }),
  )
  verdict: object;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'why a figure is null',
  })
  undefined: Record<string, string>;
}
