import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import { type DynamicModule, Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { EventsModule } from '../events/events.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ForecastersModule } from '../forecasters/forecasters.module.js';
import { RereadsModule } from '../rereads/rereads.module.js';
import { ResolutionsModule } from '../resolutions/resolutions.module.js';
import { ScenarioRecordsModule } from '../scenario-records/scenario-records.module.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { TrackRecordsModule } from '../track-records/track-records.module.js';
import { ASSETS_PATH, assetsFolder } from './assets.js';
import { BriefingPages } from './briefing-pages.js';
import { EventPages } from './event-pages.js';
import { ForecasterPages } from './forecaster-pages.js';
import { HousePage } from './house-page.js';
import { PageAnswers } from './page-answers.js';
import { PAGE_CONTROLLERS } from './page-controllers.js';
import { PageSource } from './page-source.js';
import { PagesController } from './pages.controller.js';
import { RecordPageSource } from './record-page-source.js';
import { StoryParts } from './story-parts.js';
import { TopicPages } from './topic-pages.js';
import { RecordPages } from './record-pages.js';
import { SiteFacts } from './site-facts.js';

export const ROOMS = [
  TopicsModule,
  ForecastersModule,
  BriefingsModule,
  ScenariosModule,
  EventsModule,
  EvidenceModule,
  ResolutionsModule,
  TrackRecordsModule,
  ScenarioRecordsModule,
  RereadsModule,
  SettingsModule,
];

const STORIES = [StoryParts, TopicPages, BriefingPages, EventPages, ForecasterPages, HousePage];

/** The pages and the browser's part of them, from the same process as the API. */
@Module({})
export class PagesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** The pages of this desk's record. */
  static ofTheRecord(): DynamicModule {
    const source = { provide: PageSource, useClass: RecordPageSource };
    return {
      module: PagesModule,
      imports: ROOMS,
      controllers: [...PAGE_CONTROLLERS],
      providers: [source, SiteFacts, PageAnswers, RecordPages, ...STORIES],
    };
  }

  /**
   * The front page, the record, predictions and the method, of what any other source tells.
   *
   * @param turns provides `CostlyTurns`
   */
  static of(source: Provider<PageSource>, turns: Provider): DynamicModule {
    return { module: PagesModule, controllers: [PagesController], providers: [source, turns, PageAnswers] };
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
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
  }
}
