import { ApiProperty } from '@nestjs/swagger';
import { FORECASTER_KINDS, type Forecaster, type ForecasterKind } from './forecaster.entity.js';

export class ForecasterRef {
  @ApiProperty() slug: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: FORECASTER_KINDS }) kind: ForecasterKind;
}

export class ForecasterView extends ForecasterRef {
  @ApiProperty({ description: 'whether readers see the track record under this name' }) public: boolean;
}

export const forecasterRef = ({ slug, name, kind }: Forecaster): ForecasterRef => ({ slug, name, kind });

export const forecasterView = (forecaster: Forecaster): ForecasterView => ({
  ...forecasterRef(forecaster),
  public: forecaster.isPublic === 1,
});
