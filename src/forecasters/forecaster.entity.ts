import { Check, Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, WordColumn } from '../database/columns.js';
import type { ForecasterKind } from './forecaster-kinds.js';

export { FORECASTER_KINDS, type ForecasterKind } from './forecaster-kinds.js';

/** Who said it. Not an account: an assistant may log a columnist's forecast. */
@Entity('forecaster')
@Index('uq_forecaster_slug', ['slug'], { unique: true })
@Check('ck_forecaster_kind', `"kind" IN ('person', 'desk', 'model')`)
@Check('ck_forecaster_public', '"isPublic" IN (0, 1)')
export class Forecaster {
  @IdColumn()
  id: string;

  @WordColumn(64)
  slug: string;

  @WordColumn(200)
  name: string;

  @WordColumn(8)
  kind: ForecasterKind;

  /** Whether readers see the track record under this name: a desk's always, a person's when switched on. */
  @FlagColumn()
  isPublic: number;

  @InstantColumn()
  recordedAt: string;
}
