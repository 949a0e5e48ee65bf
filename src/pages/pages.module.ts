import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { type DynamicModule, Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { RereadsModule } from '../rereads/rereads.module.js';
import { ScenarioRecordsModule } from '../scenario-records/scenario-records.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { TrackRecordsModule } from '../track-records/track-records.module.js';
import { ASSETS_PATH, assetsFolder } from './assets.js';
import { DESK_CONTROLLERS, PAGE_CONTROLLERS } from './page-controllers.js';
import { PageSource } from './page-source.js';
import { RecordPageSource } from './record-page-source.js';

const ROOMS = [
  TopicsModule,
  ForecastersModule,
  ScenariosModule,
  TrackRecordsModule,
  ScenarioRecordsModule,
  RereadsModule,
  SettingsModule,
];

/** The pages and the browser's part of them, from the same process as the API. */
@Module({ controllers: PAGE_CONTROLLERS.filter((one) => !DESK_CONTROLLERS.includes(one)) })
export class PagesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** The pages of this desk's record. */
  static ofTheRecord(): DynamicModule {
    return {
      ...PagesModule.of({ provide: PageSource, useClass: RecordPageSource }),
      controllers: [...DESK_CONTROLLERS],
      imports: ROOMS,
    };
  }

  /** The pages of what any other source tells. */
  static of(source: Provider<PageSource>): DynamicModule {
    return { module: PagesModule, providers: [source] };
  }

  /**
   * Files carry a digest in their names: they never change, and may be kept for ever. The command line has this room
   * without a server. Registering is not awaited: that would start the server before Nest has told it how to refuse.
   */
  onModuleInit(): void {
    const root = assetsFolder();
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    if (!adapter || !existsSync(root)) return;
    void adapter.getInstance<FastifyInstance>().register(fastifyStatic, {
      root,
      prefix: ASSETS_PATH,
      decorateReply: false,
      index: false,
      immutable: true,
      maxAge: '365d',
    });
  }
}
