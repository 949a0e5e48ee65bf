import { Module } from '@nestjs/common';
import { RedactionsService } from './redactions.service.js';
import { TextAudit } from './text-audit.js';

/** By command only: there is no route to this room. */
@Module({ providers: [RedactionsService, TextAudit], exports: [RedactionsService, TextAudit] })
export class RedactionsModule {}
