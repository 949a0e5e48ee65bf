import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/validation.js';

/** What the house says of itself on every page. */
export class HouseView {
  @ApiProperty({ description: 'the name above every page' }) name: string;
  @ApiProperty({ description: 'one line of what it is' }) line: string;
  @ApiProperty({ type: String, nullable: true, description: 'where to write to; an address or a link' })
  contact: string | null;
  @ApiProperty({ type: 'integer', description: 'counts the changes; for `If-Match`' }) version: number;
}

export class ChangeHouse {
  @Text({ max: 80, optional: true }) name?: string;
  @Text({ max: 160, optional: true }) line?: string;
  @Text({ max: 200, optional: true, nullable: true, description: 'null to say none' }) contact?:
    string | null;
}

export const DEFAULT_HOUSE: HouseView = {
  name: 'Hindcast',
  line: 'What this desk said could happen, and whether it did.',
  contact: null,
  version: 1,
};
