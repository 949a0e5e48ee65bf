import { ApiProperty } from '@nestjs/swagger';
import { bpToProbability } from '../calibration/index.js';
import { words } from '../texts/texts.js';
import type { Erratum } from './erratum.entity.js';

const nullable = { type: String, nullable: true } as const;

/** A slip as it is shown beside what it corrects. */
export class ErratumView {
  @ApiProperty() field: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'of `criteriaChange`: the version of the criteria that held the slip',
  })
  criteriaVersion: number | null;
  @ApiProperty({
    ...nullable,
    description: 'what first stood there; null for nothing, or for a topic that readers may not see',
  })
  was: string | null;
  @ApiProperty(nullable) became: string | null;
  @ApiProperty() proof: string;
  @ApiProperty() recordedAt: string;
}

/** @param hidden slugs of topics that may not be named */
export const erratumView = (erratum: Erratum, hidden: ReadonlySet<string> = NONE): ErratumView => ({
  field: erratum.field,
  criteriaVersion: erratum.criteriaVersion,
  was: words(erratum.wasText) ?? shown(erratum.field, erratum.was, hidden),
  became: words(erratum.becameText) ?? shown(erratum.field, erratum.became, hidden),
  proof: words(erratum.proof),
  recordedAt: erratum.recordedAt,
});

const NONE: ReadonlySet<string> = new Set();

/** Slugs of the topics that errata name. */
export const topicsNamed = (errata: readonly Erratum[]): string[] =>
  errata
    .filter(({ field }) => field === 'topic')
    .flatMap(({ was, became }) => [was, became].filter((slug) => slug !== null));

/** Probabilities are kept as ten-thousandths and shown as 0..1; a topic that may not be named is null. */
function shown(field: string, value: string | null, hidden: ReadonlySet<string>): string | null {
  if (value === null || (field === 'topic' && hidden.has(value))) return null;
  return field === 'probability' ? String(bpToProbability(Number(value))) : value;
}
