import { Global, Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { MatterChanges } from '../events/matter-changes.js';
import { ScenariosModule } from '../scenarios/scenarios.module.js';
import { CorpusReader } from './corpus.js';
import { Matcher } from './matcher.js';
import { SuggestionKeeper } from './suggestion-keeper.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsService } from './suggestions.service.js';

/** Global for `MatterChanges`: the rooms before this one tell it of changes without knowing it. */
@Global()
@Module({
  imports: [EventsModule, ScenariosModule],
  controllers: [SuggestionsController],
  providers: [
    ...[CorpusReader, Matcher, SuggestionKeeper, SuggestionsService],
    { provide: MatterChanges, useExisting: SuggestionKeeper },
  ],
  exports: [SuggestionsService, SuggestionKeeper, MatterChanges, Matcher],
})
export class SuggestionsModule {}
