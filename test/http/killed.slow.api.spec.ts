import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { randomSource } from '../../src/calibration/random-source.js';
import { openDataSources } from '../../src/database/data-sources.js';
import { entities, migrations } from '../../src/schema.js';
import { hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { compile, type Server, startServer } from '../support/server.js';

const KILLS = 30;
const CLIENTS = 8;

let build: Awaited<ReturnType<typeof compile>>;
let place: FreshDatabase;
let token: string;

beforeAll(async () => {
  build = await compile();
  place = await freshDatabase();
  const added = await hindcast(place.url, 'account', 'add', 'Eva', '--role', 'editor', '--json');
  token = (added.json as { token: string }).token;
}, 180_000);
afterAll(async () => {
  await place.drop();
  await build.remove();
});

/** Writes that were sent, and those that the server acknowledged. */
class Ledger {
  readonly sentStatements = new Set<string>();
  /** Statement by scenario id. */
  readonly scenarios = new Map<string, string>();
  /** `scenario id, probability` of revisions. */
  readonly sentForecasts = new Set<string>();
  readonly forecasts = new Set<string>();
}

interface Reply {
  status: number;
  body: { id: string };
}

/** The answer; null where the connection broke before there was one. */
function post(server: Server, agent: Agent, path: string, body: object): Promise<Reply | null> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = request(
      `${server.address}/api/v1/${path}`,
      { agent, method: 'POST', headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', () => resolve(null));
        answer.once('close', () => {
          if (!answer.complete) return resolve(null);
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as { id: string } });
        });
      },
    );
    asked.once('error', () => resolve(null));
    asked.end(JSON.stringify(body));
  });
}

/** Records a prediction and revises it, again and again, until the server is gone. */
async function write(server: Server, agent: Agent, name: string, ledger: Ledger): Promise<void> {
  for (let count = 1; ; count += 1) {
    const statement = `Gate ${name}-${count} is closed for a whole day.`;
    ledger.sentStatements.add(statement);
    const body = { topic: 'port', kind: 'risk', term: 'short', statement, probability: 0.5 };
    const made = await post(server, agent, 'scenarios', body);
    if (made === null) return;
    expect(made).toMatchObject({ status: 201 });
    ledger.scenarios.set(made.body.id, statement);

    const probability = (count % 400) / 1000;
    const revision = `${made.body.id} ${Math.round(probability * 10_000)}`;
    ledger.sentForecasts.add(revision);
    const revised = await post(server, agent, `scenarios/${made.body.id}/forecasts`, { probability });
    if (revised === null) return;
    expect(revised).toMatchObject({ status: 201 });
    ledger.forecasts.add(revision);
  }
}

it(`loses nothing that was acknowledged, and keeps nothing half, when it is killed ${KILLS} times under load`, async () => {
  const ledger = new Ledger();
  const random = randomSource(30);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const server = await startServer(build.folder, place.url);
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    if (kill === 1) expect(await post(server, agent, 'topics', TOPIC)).toMatchObject({ status: 201 });
    const before = ledger.scenarios.size;
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      write(server, agent, `${kill}-${client}`, ledger),
    );
    while (ledger.scenarios.size < before + CLIENTS) await pause(5);
    await pause(random() * 300);
    server.child.kill('SIGKILL');
    expect(await server.ended).toBe('SIGKILL');
    await Promise.all(clients);
    agent.destroy();
  }

  const kept = await readBack();
  // Every acknowledged write is there.
  expect([...ledger.scenarios].filter(([id, statement]) => kept.scenarios.get(id) !== statement)).toEqual([]);
  expect([...ledger.forecasts].filter((revision) => !kept.revisions.has(revision))).toEqual([]);
  // Nothing is there that was not sent, and no prediction without its first forecast.
  expect([...kept.scenarios.values()].filter((statement) => !ledger.sentStatements.has(statement))).toEqual(
    [],
  );
  expect([...kept.revisions].filter((revision) => !ledger.sentForecasts.has(revision))).toEqual([]);
  expect(kept.firstForecasts).toEqual(new Set(kept.scenarios.keys()));
  // The same statement twice would be a write that was carried out again.
  expect(new Set(kept.scenarios.values()).size).toBe(kept.scenarios.size);
  expect(ledger.scenarios.size).toBeGreaterThanOrEqual(KILLS * CLIENTS);
  const { code, json } = await hindcast(place.url, 'verify', '--json');
  expect([code, json]).toMatchObject([0, { differences: 0 }]);
}, 900_000);

const TOPIC = { slug: 'port', title: 'Port of Aldermouth', zone: 'UTC' };

async function readBack() {
  const connections = await openDataSources(place.url, { entities, migrations });
  try {
    const query = <T>(sql: string): Promise<T[]> => connections.read.query(sql);
    const scenarios = await query<{ id: string; statement: string }>(
      'SELECT s."id" AS "id", t."body" AS "statement" FROM "scenario" s JOIN "text" t ON t."id" = s."statementId"',
    );
    const forecasts = await query<{ scenarioId: string; probabilityBp: number }>(
      'SELECT "scenarioId", "probabilityBp" FROM "forecast"',
    );
    const isFirst = ({ probabilityBp }: { probabilityBp: number }) => probabilityBp === 5000;
    return {
      scenarios: new Map(scenarios.map(({ id, statement }) => [id, statement])),
      firstForecasts: new Set(forecasts.filter(isFirst).map(({ scenarioId }) => scenarioId)),
      revisions: new Set(
        forecasts.filter((one) => !isFirst(one)).map((one) => `${one.scenarioId} ${one.probabilityBp}`),
      ),
    };
  } finally {
    await connections.close();
  }
}
