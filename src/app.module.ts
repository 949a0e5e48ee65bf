import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import type { Connections } from './database/data-sources.js';
import { DatabaseModule } from './database/database.module.js';
import { HttpModule } from './http/http.module.js';

export interface AppParts {
  connections: Connections;
  clock: Clock;
  config: Config;
  /** Further rooms, for those who compose the program otherwise: tests. */
  modules?: (Type | DynamicModule)[];
}

@Global()
@Module({})
class SurroundingsModule {
  static forRoot({ clock, config }: AppParts): DynamicModule {
    return {
      module: SurroundingsModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: CONFIG, useValue: config },
      ],
      exports: [Clock, CONFIG],
    };
  }
}

/** The whole program. The rooms stand in the order of the product: briefing → … → track record. */
@Module({})
export class AppModule {
  static forRoot(parts: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SurroundingsModule.forRoot(parts),
        DatabaseModule.forRoot(parts.connections),
        HttpModule,
        AccountsModule,
        ...(parts.modules ?? []),
      ],
    };
  }
}
