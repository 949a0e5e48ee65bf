import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsModule } from '../accounts/accounts.module.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { type Surroundings, SurroundingsModule } from '../surroundings.module.js';
import { TalliesModule } from '../tallies/tallies.module.js';

/** Accounts check who writes; tallies and suggestions follow every change. No command goes without them. */
const ALWAYS = [AccountsModule, TalliesModule, SuggestionsModule];

/** The modules that one command needs. The whole program takes longer to load than most commands to run. */
class CommandModule {
  static of(modules: Type[], surroundings: Surroundings): DynamicModule {
    return {
      module: CommandModule,
      imports: [...SurroundingsModule.with(surroundings), ...ALWAYS, ...modules],
    };
  }
}

/** Opens the services of these modules; the caller closes them. */
export function openServices(modules: Type[], surroundings: Surroundings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(CommandModule.of(modules, surroundings), {
    logger: false,
    abortOnError: false,
  });
}
