import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/viewer.js';
import { AccountsService } from './accounts.service.js';

@Global()
@Module({
  providers: [AccountsService, { provide: Authenticator, useExisting: AccountsService }],
  exports: [AccountsService, Authenticator],
})
export class AccountsModule {}
