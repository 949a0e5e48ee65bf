/** The script of the record that can be argued with: takes the page as it was written and brings it alive. */
import { hydrate } from 'preact';
import type { PublicRecord } from '../../../src/track-records/public-record.js';
import type { Disputes } from '../../../src/track-records/disputes.js';
import type { Filters } from '../../../src/track-records/filters.js';
import { addToTotals, noTotals } from '../../../src/track-records/record-totals.js';
import { ArguablePage } from './arguable-page.js';
import { reportFor } from './report-for.js';
import '../styles.css';
import './argue.css';

const root = document.getElementById('page')!;
const data = document.getElementById('record')!;
const record = JSON.parse(data.textContent ?? '') as PublicRecord;

/** The same engine, for whoever opens the console. */
Object.assign(globalThis, {
  hindcast: {
    record,
    reportOf: (filters?: Filters, disputes?: Disputes) => reportFor(record, filters, disputes),
  },
});

hydrate(
  <ArguablePage
    record={record}
    digest={data.dataset['sha256'] ?? ''}
    recorded={reportFor(record)}
    totals={record.scenarios.reduce(addToTotals, noTotals())}
  />,
  root,
);
