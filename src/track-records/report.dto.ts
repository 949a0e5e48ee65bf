import { ApiProperty } from '@nestjs/swagger';
import type { Report, VerdictStatus } from '../calibration/index.js';
import { KINDS } from '../scenarios/kinds.js';
import { TERMS } from '../topics/terms.js';

const figure = { type: Number, nullable: true } as const;
const STATUSES: VerdictStatus[] = [
  ...(['insufficient', 'calibrated', 'overconfident', 'underconfident', 'biasedHigh', 'biasedLow'] as const),
];
const one = (of: Record<string, object>) =>
  ({ type: 'object', properties: of, required: Object.keys(of) }) as const;
/** A property that is an object of its own. */
const part = (of: Record<string, object>) => ({ ...one(of), selfRequired: true }) as never;
const many = (of: Record<string, object>) => ({ type: 'array', items: one(of) }) as const;
const number = { type: 'number' };
const nullable = { type: 'number', nullable: true };
const integer = { type: 'integer' };
const interval = one({ level: number, low: nullable, high: nullable });
const meanAndTail = one({ mean: nullable, p95: nullable });

export class VerdictView {
  @ApiProperty({ enum: STATUSES }) status: VerdictStatus;
  @ApiProperty({ description: 'of under 100 scenarios' }) provisional: boolean;
  @ApiProperty({
    ...one({ z: nullable, low: nullable, high: nullable }),
    ...{ selfRequired: true, nullable: true },
    description:
      'how many came true: deviations from the expected count (null where no chance is left), and its 95% range; ' +
      'null for averages over time',
  })
  count: { z: number | null; low: number | null; high: number | null } | null;
  @ApiProperty({
    ...one({ z: nullable }),
    ...{ selfRequired: true, nullable: true },
    description:
      'the average squared error, in deviations from what the forecasts imply (null where no chance is left); ' +
      'null for averages over time',
  })
  gap: { z: number | null } | null;
  @ApiProperty() text: string;
}

/** The OpenAPI form of the report; the engine's `Report` is its type in code. */
export class ReportView {
  @ApiProperty({
    type: 'object',
    properties: { text: { type: 'string' }, kind: { enum: KINDS, type: 'string', nullable: true } },
    required: ['text'],
    selfRequired: true,
    additionalProperties: true,
    description: 'the filters in force, and in words',
  })
  selection: object;
  @ApiProperty(
    part({
      ...{ scored: integer, occurred: integer, notOccurred: integer },
      ...{ open: integer, overdue: integer, annulled: integer, unscored: integer },
    }),
  )
  predictions: Report['predictions'];
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
  @ApiProperty({
    type: 'integer',
    description:
      'forecasts on resolved scenarios that would count, but for a changed question that ended them',
  })
  ended: number;
  @ApiProperty({ type: 'integer' }) selfResolved: number;
  @ApiProperty({ type: 'integer' }) resolvedEarly: number;
  @ApiProperty({ type: 'integer' }) undated: number;
  @ApiProperty(part({ level: number, sum: nullable, low: nullable, high: nullable }))
  expectedOccurred: object;
  @ApiProperty({ ...figure, description: 'mean squared gap: 0 best, 1 worst' }) brierScore: number | null;
  @ApiProperty(figure) brierSkillScore: number | null;
  @ApiProperty({ ...figure, description: 'in nats' }) logScore: number | null;
  @ApiProperty({ type: 'integer' }) certainMisses: number;
  @ApiProperty(figure) sphericalScore: number | null;
  @ApiProperty(figure) sharpness: number | null;
  @ApiProperty(figure) auc: number | null;
  @ApiProperty(part({ best: nullable, worst: nullable })) bounds: object;
  @ApiProperty(part({ reliability: nullable, resolutionComponent: nullable, uncertainty: nullable }))
  murphy: object;
  @ApiProperty(
    part({
      ...{ miscalibration: nullable, discrimination: nullable, uncertainty: nullable },
      curve: many({ from: number, to: number, n: integer, occurred: integer, observed: number }),
    }),
  )
  corp: object;
  @ApiProperty(part({ miscalibration: meanAndTail, calibrationError: meanAndTail }))
  expectedUnderCalibration: object;
  @ApiProperty(figure) calibrationError: number | null;
  @ApiProperty(
    many({
      from: number,
      to: number,
      n: integer,
      occurred: integer,
      meanForecast: nullable,
      observed: nullable,
      interval,
    }),
  )
  bins: object[];
  @ApiProperty(
    part({
      level: number,
      points: { ...many({ forecast: number, low: number, high: number }), nullable: true },
    }),
  )
  consistencyBand: object;
  @ApiProperty(part({ z: nullable, pValue: nullable })) spiegelhalter: object;
  @ApiProperty(part({ intercept: nullable, slope: nullable })) recalibration: object;
  @ApiProperty(
    many({
      fromDays: integer,
      toDays: { type: 'integer', nullable: true },
      n: integer,
      brierScore: nullable,
    }),
  )
  leadTime: object[];
  @ApiProperty(many({ term: { enum: TERMS, type: 'string' }, n: integer, late: integer, early: integer }))
  terms: object[];
  @ApiProperty({ type: VerdictView }) verdict: VerdictView;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'why a figure is null',
  })
  undefined: Record<string, string>;
}
