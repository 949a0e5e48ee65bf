import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import type { Connections } from './database/data-sources.js';
import { DatabaseModule } from './database/database.module.js';

/** The database, the time and the settings. */
export interface Surroundings {
  connections: Connections;
  clock: Clock;
  config: Config;
}

/** Gives every service the clock and the settings. */
@Global()
@Module({})
export class SurroundingsModule {
  /** The modules that any part of the program needs below it. */
  static with({ connections, clock, config }: Surroundings): DynamicModule[] {
    const given: DynamicModule = {
      module: SurroundingsModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: CONFIG, useValue: config },
      ],
      exports: [Clock, CONFIG],
    };
    return [given, DatabaseModule.forRoot(connections)];
  }
}
