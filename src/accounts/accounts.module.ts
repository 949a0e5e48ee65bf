import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/viewer.js';
import { AccountFactsService } from './account-facts.service.js';
import { AccountKeeping } from './account-keeping.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { InvitationsService } from './invitations.service.js';
import { LoginLimits } from './login-limits.js';
import { OidcService } from './oidc.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { StateChangesController } from './state-changes.controller.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';
import { WelcomeController } from './welcome.controller.js';

const SERVICES = [
  AccountsService,
  AccountKeeping,
  InvitationsService,
  SessionsService,
  TokensService,
  OidcService,
];

@Global()
@Module({
  controllers: [
    SessionsController,
    WelcomeController,
    OwnAccountController,
    TokensController,
    AccountsController,
    StateChangesController,
  ],
  providers: [
    ...SERVICES,
    AccountFactsService,
    LoginLimits,
    { provide: Authenticator, useExisting: AccountsService },
  ],
  exports: [...SERVICES, Authenticator],
})
export class AccountsModule {}
