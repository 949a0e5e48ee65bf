import { Module } from '@nestjs/common';
import { SchemaAudit } from './schema-audit.js';
import { SearchAudit } from './search-audit.js';
import { SuggestionAudit } from './suggestion-audit.js';

/** By command only: there is no route to this room. */
@Module({
  providers: [SchemaAudit, SearchAudit, SuggestionAudit],
  exports: [SchemaAudit, SearchAudit, SuggestionAudit],
})
export class VerificationModule {}
