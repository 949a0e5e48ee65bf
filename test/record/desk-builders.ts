import { expect } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import type { Report } from '../../src/calibration/index.js';
import type { ErratumRecord } from '../../src/errata/erratum.dto.js';
import type { EventView } from '../../src/events/event.dto.js';
import type { EvidenceView } from '../../src/evidence/evidence.dto.js';
import type { BriefingReadingView, ForecastView } from '../../src/forecasts/forecast.dto.js';
import type { Page } from '../../src/http/paging.js';
import { DrawsService } from '../../src/rereads/draws.service.js';
import type { DrawOptions, DrawView, RereadView } from '../../src/rereads/reread.dto.js';
import type { QueueItem } from '../../src/resolutions/queue.dto.js';
import type { ResolutionView } from '../../src/resolutions/resolution.dto.js';
import type { LoggedForecast, ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import type { ScenarioListItem } from '../../src/scenarios/scenario.dto.js';
import type { LinkEndingView, LoggedLink } from '../../src/scenarios/scenario-link.dto.js';
import type { TopicView } from '../../src/topics/topic.dto.js';
import { type Answer, type CallOptions, startTestApp, type TestApp, type Who } from '../support/app.js';

/** The day on which every desk opens. Topics and scenarios of these builders are of that day unless told otherwise. */
export const OPENING_DAY = '2026-06-15';

type Fields = Record<string, unknown>;
type Named = { id: string };

/** A refusal as it is sent, with the facts that some carry. */
export interface ProblemBody {
  code: string;
  detail: string;
  errors: { field: string; message: string }[];
  version: number;
  current: { state: string; outcomeOn: string | null; version: number; resolution: ResolutionView | null };
}

/** What the report counts and what it scores, of one topic. */
export interface Figures {
  n: number;
  brierScore: number | null;
  annulled: number;
  withdrawn: number;
  open: number;
}

/** A desk on a database of its own, with words for what its people do. Each word expects to be let through. */
export class Desk {
  private count = 0;

  private constructor(readonly app: TestApp) {}

  static async open(options?: Parameters<typeof startTestApp>[0]): Promise<Desk> {
    return new Desk(await startTestApp({ now: `${OPENING_DAY}T12:00:00.000Z`, ...options }));
  }

  close(): Promise<void> {
    return this.app.stop();
  }

  /** It is noon of that day, UTC. */
  today(day: string): void {
    this.app.clock.moveTo(`${day}T12:00:00.000Z`);
  }

  call<T = ProblemBody>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    return this.app.call<T>(method, path, options);
  }

  post<T = ProblemBody>(
    path: string,
    body: unknown,
    as: Who = 'editor',
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.call<T>('POST', path, { as, body, headers });
  }

  /** What anyone, or somebody of the desk, is answered with. */
  async read<T>(path: string, as?: Who): Promise<T> {
    const answer = await this.call<T>('GET', path, as ? { as } : {});
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  }

  /** @returns the slug of a topic that nothing else is in */
  async topic(fields: Fields = {}): Promise<string> {
    this.count += 1;
    return (await this.made<TopicView>('topics', { title: `Story ${this.count}`, ...fields })).slug;
  }

  /** A scenario of the opening day, given 70 % by the desk; its deadline is 2026-07-01. */
  async scenario(topic: string, fields: Fields = {}): Promise<ScenarioRecord> {
    this.count += 1;
    return this.made('scenarios', {
      ...{ topic, kind: 'risk', term: 'short', statement: `Case ${this.count} comes about.` },
      ...{ probability: 0.7, deadline: '2026-07-01', ...fields },
    });
  }

  /** A briefing with one scenario, given 40 %. */
  async briefing(topic: string, fields: Fields = {}): Promise<BriefingReadingView> {
    this.count += 1;
    return this.made('briefings', {
      ...{ topic, headline: `Edition ${this.count}`, publishedOn: OPENING_DAY },
      scenarios: [{ kind: 'risk', term: 'short', probability: 0.4, statement: 'It breaks.' }],
      ...fields,
    });
  }

  /** A confirmed event of 2026-06-18. */
  async event(topic: string, fields: Fields = {}): Promise<EventView> {
    this.count += 1;
    return this.made('events', {
      ...{ topic, headline: `Event ${this.count}`, occurredOn: '2026-06-18', standing: 'confirmed' },
      ...{ sources: [{ outlet: 'The Gull', publishedOn: '2026-06-18' }], ...fields },
    });
  }

  forecast(scenario: Named, fields: Fields = {}): Promise<LoggedForecast> {
    return this.made(`scenarios/${scenario.id}/forecasts`, { probability: 0.5, ...fields });
  }

  link(scenario: Named, to: Named, relation: string, fields: Fields = {}): Promise<LoggedLink> {
    return this.made(`scenarios/${scenario.id}/links`, { to: to.id, relation, ...fields });
  }

  endLink(scenario: Named, link: Named): Promise<LinkEndingView> {
    return this.made(`scenarios/${scenario.id}/links/${link.id}/endings`, { reason: 'Not so.' });
  }

  withdraw(scenario: Named, fields: Fields = {}): Promise<ForecastView> {
    return this.made(`scenarios/${scenario.id}/withdrawals`, fields);
  }

  evidence(scenario: Named, event: Named, fields: Fields = {}): Promise<EvidenceView> {
    return this.made(`scenarios/${scenario.id}/evidence`, {
      ...{ eventId: event.id, bearing: 'settles', ...fields },
    });
  }

  resolve(scenario: Named, fields: Fields): Promise<ResolutionView> {
    return this.made(`scenarios/${scenario.id}/resolutions`, { reason: 'Because.', ...fields });
  }

  /** Resolved as occurred on the day of the event. */
  occurred(scenario: Named, event: EventView, fields: Fields = {}): Promise<ResolutionView> {
    const outcome = { outcome: 'occurred', outcomeOn: event.occurredOn, evidence: [event.id] };
    return this.resolve(scenario, { ...outcome, ...fields });
  }

  /** Draws from what is resolved, as somebody at the command line. */
  async draw(options: DrawOptions = {}): Promise<DrawView> {
    const viewer = await this.app.service(AccountsService).commandLine();
    return this.app.service(DrawsService).draw(options, viewer);
  }

  /** Judged again by the administrator; drawn for that with all else that can be. */
  async reread(scenario: Named, fields: Fields): Promise<RereadView> {
    const { items } = await this.draw();
    const item = items.find(({ scenarioId }) => scenarioId === scenario.id)!;
    const answer = await this.post<RereadView>(`rereads/${item.id}`, fields, 'administrator');
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  }

  erratum(kind: string, record: Named, field: string, value: unknown): Promise<ErratumRecord> {
    return this.made(`${kind}/${record.id}/errata`, { field, value, proof: 'The notes of that day.' });
  }

  publish(kind: string, record: Named, publicAt: string | null): Promise<unknown> {
    return this.made(`${kind}/${record.id}/publications`, { publicAt });
  }

  show(scenario: Named, as?: Who): Promise<ScenarioRecord> {
    return this.read(`scenarios/${scenario.id}`, as);
  }

  /** The ids of a list of scenarios, as anyone or somebody of the desk sees it. */
  async listed(filters: string, as?: Who): Promise<string[]> {
    const { items } = await this.read<Page<ScenarioListItem>>(`scenarios?${filters}`, as);
    return items.map(({ id }) => id);
  }

  report(topic: string, filters = '', as?: Who): Promise<Report> {
    return this.read(`calibration?topic=${topic}${filters}`, as);
  }

  async figures(topic: string, filters = ''): Promise<Figures> {
    const { n, brierScore, annulled, withdrawn, open } = await this.report(topic, filters, 'analyst');
    return { n, brierScore, annulled, withdrawn, open };
  }

  /** The entry of a scenario in the queue; undefined where it does not wait. */
  async queued(scenario: Named): Promise<QueueItem | undefined> {
    const { items } = await this.read<Page<QueueItem>>('queue?limit=200', 'editor');
    return items.find((item) => item.scenario.id === scenario.id);
  }

  /** Expects a refusal in the one shape of all problems, and that it left every table as it was. */
  async refuses(act: () => Promise<Answer<ProblemBody>>, status: number, code: string): Promise<ProblemBody> {
    const before = await this.rows();
    const answer = await act();
    expect(answer).toMatchObject({ status, body: { status, code, detail: expect.any(String) as unknown } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(await this.rows()).toEqual(before);
    return answer.body;
  }

  /** All rows of all tables, but for when tokens were used. */
  async rows(): Promise<Record<string, unknown[]>> {
    const { read } = this.app.connections;
    const tables = read.entityMetadatas.map(({ tableName }) => tableName).sort();
    const rows: Record<string, unknown[]> = {};
    for (const table of tables)
      if (table !== 'api_token') rows[table] = sorted(await this.sql(`SELECT * FROM "${table}"`));
    return rows;
  }

  /** Reads the database past the program. */
  sql<T>(statement: string): Promise<T[]> {
    return this.app.connections.read.query<T[]>(statement);
  }

  /** Writes to the database past the program, as somebody with a console would. */
  async write(statement: string): Promise<void> {
    await this.app.connections.write.query(statement);
  }

  private async made<T>(path: string, body: Fields): Promise<T> {
    const answer = await this.post<T>(path, body);
    expect([path, answer.body, answer.status]).toEqual([path, answer.body, 201]);
    return answer.body;
  }
}

const sorted = (rows: unknown[]): unknown[] => rows.map((row) => JSON.stringify(row)).sort();
