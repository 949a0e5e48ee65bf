import { Module } from '@nestjs/common';
import { SearchAudit } from './search-audit.js';
import { SuggestionAudit } from './suggestion-audit.js';

/** By command only: there is no route to this room. */
@Module({ providers: [SearchAudit, SuggestionAudit], exports: [SearchAudit, SuggestionAudit] })
export class VerificationModule {}
