import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { CONFIG, type Config } from '../../config.js';
import type { Sight } from '../../database/visibility.js';
import type { Page } from '../../http/paging.js';
import { sightOf } from '../../http/sight.js';
import { ANYONE } from '../../http/viewer.js';
import type { ScenarioListItem } from '../../scenarios/scenario.dto.js';
import { ScenariosService } from '../../scenarios/scenarios.service.js';
import { selectionOf } from '../../track-records/filters.js';
import { TrackRecords } from '../../track-records/track-records.service.js';
import { csvHeader, csvRows } from './csv.js';
import type { RecordDataQuery } from './data.query.js';
import { RECORD_COLUMNS, type RecordRow, scenarioRow, scoredRow } from './record-rows.js';

/** Rows that are read, and in memory, at once. */
const AT_ONCE = 200;

/** The whole of what the page of the record shows a part of, read as it is sent. */
@Injectable()
export class RecordData {
  constructor(
    private readonly clock: Clock,
    private readonly trackRecords: TrackRecords,
    private readonly scenarios: ScenariosService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The filters in force, as values and in words, with what the page is asked besides. */
  selection({
    state = 'resolved',
    q,
    bin,
    only,
    sort,
    ...filters
  }: RecordDataQuery): Record<string, unknown> {
    const narrower = Object.entries({ q, bin, only, sort }).filter(([, value]) => value !== undefined);
    return { ...selectionOf(filters), state, ...Object.fromEntries(narrower) };
  }

  /** @throws {Problem} before anything is sent, where a filter names what the public may not see */
  async csv(query: RecordDataQuery): Promise<AsyncGenerator<string>> {
    const parts = await begun(this.parts(query));
    return (async function* () {
      yield csvHeader(RECORD_COLUMNS);
      for await (const rows of parts) if (rows.length > 0) yield csvRows(RECORD_COLUMNS, rows);
    })();
  }

  /** The same rows as one JSON object: `{selection, items}`. */
  async json(query: RecordDataQuery): Promise<AsyncGenerator<string>> {
    const parts = await begun(this.parts(query));
    const head = `{"selection":${JSON.stringify(this.selection(query))},"items":[`;
    return (async function* () {
      yield head;
      let before = '\n';
      for await (const rows of parts)
        for (const row of rows) {
          yield before + JSON.stringify(row);
          before = ',\n';
        }
      yield '\n]}\n';
    })();
  }

  private async *parts(query: RecordDataQuery): AsyncGenerator<RecordRow[]> {
    const { state = 'resolved', cursor: _cursor, limit: _limit, ...filters } = query;
    const sight = sightOf(ANYONE, this.clock);
    const origin = this.config.publicOrigin;
    let cursor: string | undefined;
    do {
      const page = { limit: AT_ONCE, ...(cursor !== undefined && { cursor }) };
      const rows: Page<RecordRow> =
        state === 'resolved'
          ? mapped(await this.trackRecords.items({ ...filters, ...page }, sight), (item) =>
              scoredRow(item, origin),
            )
          : mapped(await this.unscored({ ...filters, ...page, state }, sight), (one) =>
              scenarioRow(one, origin),
            );
      yield rows.items;
      cursor = rows.next ?? undefined;
    } while (cursor !== undefined);
  }

  /** Those without a score. */
  private unscored(
    { topic, kind, term, forecaster, testability, q, from, to, state = 'open', ...page }: RecordDataQuery,
    sight: Sight,
  ): Promise<Page<ScenarioListItem>> {
    if (state === 'resolved') throw new RangeError('what is resolved is scored');
    return this.scenarios.list(sight, {
      ...{ topic, kind, term, forecaster, testability, q, from, to },
      state: state === 'open' ? 'pending' : state,
      ...{ limit: page.limit, cursor: page.cursor },
    });
  }
}

const mapped = <T>(page: Page<T>, show: (item: T) => RecordRow): Page<RecordRow> => ({
  items: page.items.map(show),
  next: page.next,
});

/** Takes the first part at once: what is refused is refused before an answer has begun. */
async function begun<T>(parts: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await parts.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* parts;
  })();
}
