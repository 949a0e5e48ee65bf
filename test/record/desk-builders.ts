import { expect } from '@jest/globals';
import { type Answer, type CallOptions, startTestApp, type TestApp, type Who } from '../support/app.js';

/** The day on which every desk opens. Topics and scenarios of these builders are of that day unless told otherwise. */
export const OPENING_DAY = '2026-06-15';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they expect to be there
type Body = any;
type Fields = Record<string, unknown>;

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

  call(method: string, path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.app.call(method, path, options);
  }

  post(path: string, body: unknown, as: Who = 'editor', headers: Record<string, string> = {}) {
    return this.call('POST', path, { as, body, headers });
  }

  /** What anyone, or somebody of the desk, is answered with. */
  async read(path: string, as?: Who): Promise<Body> {
    const answer = await this.call('GET', path, as ? { as } : {});
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  }

  /** @returns the slug of a topic that nothing else is in */
  async topic(fields: Fields = {}): Promise<string> {
    this.count += 1;
    const body = await this.made('topics', { title: `Story ${this.count}`, ...fields });
    return body.slug as string;
  }

  /** A scenario of the opening day, given 70 % by the desk; its deadline is 2026-07-01. */
  async scenario(topic: string, fields: Fields = {}): Promise<Body> {
    this.count += 1;
    return this.made('scenarios', {
      ...{ topic, kind: 'risk', term: 'short', statement: `Case ${this.count} comes about.` },
      ...{ probability: 0.7, deadline: '2026-07-01', ...fields },
    });
  }

  /** A confirmed event of 2026-06-18. */
  async event(topic: string, fields: Fields = {}): Promise<Body> {
    this.count += 1;
    return this.made('events', {
      ...{ topic, headline: `Event ${this.count}`, occurredOn: '2026-06-18', standing: 'confirmed' },
      ...{ sources: [{ outlet: 'The Gull', publishedOn: '2026-06-18' }], ...fields },
    });
  }

  forecast(scenario: { id: string }, fields: Fields = {}): Promise<Body> {
    return this.made(`scenarios/${scenario.id}/forecasts`, { probability: 0.5, ...fields });
  }

  withdraw(scenario: { id: string }, fields: Fields = {}): Promise<Body> {
    return this.made(`scenarios/${scenario.id}/withdrawals`, fields);
  }

  evidence(scenario: { id: string }, event: { id: string }, fields: Fields = {}): Promise<Body> {
    return this.made(`scenarios/${scenario.id}/evidence`, {
      ...{ eventId: event.id, bearing: 'settles', ...fields },
    });
  }

  resolve(scenario: { id: string }, fields: Fields): Promise<Body> {
    return this.made(`scenarios/${scenario.id}/resolutions`, { reason: 'Because.', ...fields });
  }

  /** Resolved as occurred on the day of the event. */
  async occurred(scenario: { id: string }, event: Body, fields: Fields = {}): Promise<Body> {
    const outcome = { outcome: 'occurred', outcomeOn: event.occurredOn, evidence: [event.id] };
    return this.resolve(scenario, { ...outcome, ...fields });
  }

  erratum(kind: string, record: { id: string }, field: string, value: unknown): Promise<Body> {
    return this.made(`${kind}/${record.id}/errata`, { field, value, proof: 'The notes of that day.' });
  }

  show(scenario: { id: string }, as?: Who): Promise<Body> {
    return this.read(`scenarios/${scenario.id}`, as);
  }

  async figures(topic: string, filters = ''): Promise<Figures> {
    const { n, brierScore, annulled, withdrawn, open } = await this.read(
      `calibration?topic=${topic}${filters}`,
      'analyst',
    );
    return { n, brierScore, annulled, withdrawn, open };
  }

  /** The entry of a scenario in the queue; undefined where it does not wait. */
  async queued(scenario: { id: string }): Promise<Body> {
    const { items } = await this.read('queue?limit=200', 'editor');
    return items.find((item: Body) => item.scenario.id === scenario.id);
  }

  /** Expects a refusal in the one shape of all problems, and that it left every table as it was. */
  async refuses(act: () => Promise<Answer<Body>>, status: number, code: string): Promise<Body> {
    const before = await this.rows();
    const answer = await act();
    expect(answer).toMatchObject({ status, body: { status, code, detail: expect.any(String) } });
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
      if (table !== 'api_token') rows[table] = sorted(await read.query(`SELECT * FROM "${table}"`));
    return rows;
  }

  /** The rows of one table of one scenario, by name of column. */
  sql<T = Body>(statement: string): Promise<T> {
    return this.app.connections.read.query(statement) as Promise<T>;
  }

  private async made(path: string, body: Fields, as: Who = 'editor'): Promise<Body> {
    const answer = await this.post(path, body, as);
    expect([path, answer.body, answer.status]).toEqual([path, answer.body, 201]);
    return answer.body;
  }
}

const sorted = (rows: unknown[]): unknown[] =>
  rows.map((row) => JSON.stringify(row)).sort();
