import { Module, type Type } from '@nestjs/common';
import { DataController } from './data/data.controller.js';
import { RecordData } from './data/record-data.service.js';
import { ROOMS } from './pages.module.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { Pictures } from './pictures/pictures.service.js';
import { PictureStore } from './pictures/picture-store.js';
import { SiteFacts } from './site-facts.js';

/** They stand outside the API's prefix. */
export const OUTPUT_CONTROLLERS: readonly Type[] = [DataController, PicturesController];

/** What leaves the house beside pages: their data, their pictures. */
@Module({
  imports: ROOMS,
  controllers: [...OUTPUT_CONTROLLERS],
  providers: [
    SiteFacts,
    RecordData,
    Pictures,
    { provide: PictureStore, useFactory: () => new PictureStore() },
  ],
})
export class OutputsModule {}
