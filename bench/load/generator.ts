import { Agent, request } from 'node:http';
import { LOADS } from './loads.js';

/** A process of its own that loads a server: `generator.js <place in LOADS> <origin> <token> <milliseconds>`. */
const [place, origin, token, milliseconds] = process.argv.slice(2) as [string, string, string, string];
const load = LOADS[Number(place)]!;
const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
const until = performance.now() + Number(milliseconds);
const answers: Record<string, number> = {};
let begun = 0;

function ask(run: number): Promise<number> {
  const body = load.body && JSON.stringify(load.body(run));
  return new Promise((resolve, reject) => {
    const asked = request(
      origin + load.path,
      {
        ...{ agent, method: body === undefined ? 'GET' : 'POST' },
        headers: {
          ...(load.role !== null && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
      },
      (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
        answer.once('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

/** One connection asks again as soon as it is answered; one that is sent away waits a little. */
async function connection(): Promise<void> {
  while (begun < load.requests && performance.now() < until) {
    const status = await ask((begun += 1));
    answers[status] = (answers[status] ?? 0) + 1;
    if (status === 429 || status === 503) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

await Promise.all(Array.from({ length: load.connections }, connection));
agent.destroy();
process.stdout.write(JSON.stringify(answers));
