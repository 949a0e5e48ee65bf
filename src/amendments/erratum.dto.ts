import { ApiProperty } from '@nestjs/swagger';
import { bpToProbability } from '../calibration/index.js';
import { words } from '../texts/texts.js';
import type { Erratum } from './erratum.entity.js';

const nullable = { type: String, nullable: true } as const;

/** A slip as it is shown beside what it corrects. */
export class ErratumView {
  @ApiProperty() field: string;
  @ApiProperty({ ...nullable, description: 'what first stood there' }) was: string | null;
  @ApiProperty(nullable) became: string | null;
  @ApiProperty() proof: string;
  @ApiProperty() recordedAt: string;
}

export const erratumView = (erratum: Erratum): ErratumView => ({
  field: erratum.field,
  was: words(erratum.wasText) ?? shown(erratum.field, erratum.was),
  became: words(erratum.becameText) ?? shown(erratum.field, erratum.became),
  proof: words(erratum.proof),
  recordedAt: erratum.recordedAt,
});

/** Probabilities are kept as ten-thousandths and shown as 0..1. */
const shown = (field: string, value: string | null): string | null =>
  field === 'probability' && value !== null ? String(bpToProbability(Number(value))) : value;
