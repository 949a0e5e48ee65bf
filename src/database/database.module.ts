import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Connections } from './data-sources.js';
import { Database } from './write-gate.js';

/** Gives every room the one `Database`. Who opened the connections closes them. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(connections: Connections): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useFactory: () => new Database(connections) }],
      exports: [Database],
    };
  }
}
