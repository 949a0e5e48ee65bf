import { Module, type Type } from '@nestjs/common';
import { CrawlersController } from './crawlers.controller.js';
import { DataController } from './data/data.controller.js';
import { RecordData } from './data/record-data.service.js';
import { EmbedsController } from './embeds/embeds.controller.js';
import { Embeds } from './embeds/embeds.service.js';
import { ROOMS } from './pages.module.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { Pictures } from './pictures/pictures.service.js';
import { PictureStore } from './pictures/picture-store.js';
import { SiteFacts } from './site-facts.js';
import { SiteMap } from './site-map.service.js';

/** They stand outside the API's prefix. */
export const OUTPUT_CONTROLLERS: readonly Type[] = [
  CrawlersController,
  DataController,
  EmbedsController,
  PicturesController,
];

/** What leaves the house beside pages: their data, pictures and embeds. */
@Module({
  imports: ROOMS,
  controllers: [...OUTPUT_CONTROLLERS],
  providers: [
    SiteFacts,
    SiteMap,
    Embeds,
    RecordData,
    Pictures,
    { provide: PictureStore, useFactory: () => new PictureStore() },
  ],
})
export class OutputsModule {}
