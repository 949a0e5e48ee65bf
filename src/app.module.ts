import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module.js';
import { BriefingsModule } from './briefings/briefings.module.js';
import { ErrataModule } from './errata/errata.module.js';
import { EventsModule } from './events/events.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { ForecastersModule } from './forecasters/forecasters.module.js';
import { ForecastsModule } from './forecasts/forecasts.module.js';
import { HttpModule } from './http/http.module.js';
import { OutputsModule } from './pages/outputs.module.js';
import { PagesModule } from './pages/pages.module.js';
import { RedactionsModule } from './redactions/redactions.module.js';
import { RereadsModule } from './rereads/rereads.module.js';
import { ResolutionsModule } from './resolutions/resolutions.module.js';
import { ScenarioRecordsModule } from './scenario-records/scenario-records.module.js';
import { ScenariosModule } from './scenarios/scenarios.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SuggestionsModule } from './suggestions/suggestions.module.js';
import { type Surroundings, SurroundingsModule } from './surroundings.module.js';
import { TalliesModule } from './tallies/tallies.module.js';
import { TopicsModule } from './topics/topics.module.js';
import { TrackRecordsModule } from './track-records/track-records.module.js';
import { VerificationModule } from './verification/verification.module.js';

export interface AppParts extends Surroundings {
  /** Further rooms, for those who compose the program otherwise: tests. */
  modules?: (Type | DynamicModule)[];
}

/** Where the routes of the rooms stand. Health and pages stand beside it. */
const API_PATH = 'api/v1';

/** The rooms, in the order of the product: briefing → … → track record. */
const ROOMS = [
  AccountsModule,
  SettingsModule,
  TopicsModule,
  ForecastersModule,
  BriefingsModule,
  ScenariosModule,
  ForecastsModule,
  EventsModule,
  EvidenceModule,
  SuggestionsModule,
  ResolutionsModule,
  ErrataModule,
  TalliesModule,
  TrackRecordsModule,
  ScenarioRecordsModule,
  RereadsModule,
  RedactionsModule,
  VerificationModule,
  ExportsModule,
];

const classOf = (room: Type | DynamicModule): Type => ('module' in room ? room.module : room);

/** The whole program. */
@Module({})
export class AppModule {
  static forRoot(parts: AppParts): DynamicModule {
    const api = [...ROOMS, ...(parts.modules ?? [])];
    return {
      module: AppModule,
      imports: [
        ...SurroundingsModule.with(parts),
        HttpModule,
        PagesModule.ofTheRecord(),
        OutputsModule,
        FeedsModule,
        ...api,
        RouterModule.register(api.map((room) => ({ path: API_PATH, module: classOf(room) }))),
      ],
    };
  }
}
