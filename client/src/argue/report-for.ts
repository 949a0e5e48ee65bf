import type { Report } from '../data.js';
import type { Disputes } from '../../../src/track-records/disputes.js';
import type { Filters } from '../../../src/track-records/filters.js';
import type { PublicRecord } from '../../../src/track-records/public-record.js';
import { reportOfRecord } from '../../../src/track-records/report-of-record.js';

/** The engine's report, as the pages know it: its terms are those of scenarios. */
export const reportFor = (record: PublicRecord, filters?: Filters, disputes?: Disputes): Report =>
  reportOfRecord(record, filters, disputes) as Report;
