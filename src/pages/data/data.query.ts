import { OneOf } from '../../http/validation.js';
import { TrackRecordQuery } from '../../track-records/report.query.js';

export const RECORD_STATES = ['resolved', 'open', 'overdue', 'annulled'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** What the page of the record may be asked; its part of a list is left aside, as the file holds all of it. */
export class RecordDataQuery extends TrackRecordQuery {
  @OneOf(RECORD_STATES, { optional: true }) state?: RecordState;
}
