import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/viewer.js';
import { AccountsService } from './accounts.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';

@Global()
@Module({
  controllers: [SessionsController],
  providers: [AccountsService, SessionsService, { provide: Authenticator, useExisting: AccountsService }],
  exports: [AccountsService, SessionsService, Authenticator],
})
export class AccountsModule {}
