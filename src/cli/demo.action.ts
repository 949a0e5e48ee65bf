import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { rm } from 'node:fs/promises';
import { Account } from '../accounts/account.entity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { newSecret } from '../accounts/secrets.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { AppModule } from '../app.module.js';
import { MovingClock, SystemClock } from '../clock.js';
import { type Config, readConfig } from '../config.js';
import { Database } from '../database/write-gate.js';
import { addDays, dayOf } from '../days.js';
import { EXAMPLE_ACCOUNTS, ExampleDeskPlayer } from '../example-desk/index.js';
import { Problem } from '../problems.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { SettingsService } from '../settings/settings.service.js';
import { withDatabase } from './context.js';
import { EXAMPLE_FILE } from './example-file.js';
import type { CommandOutput } from './output.js';
import { serve } from './serve.js';

const EXAMPLE_URL = `sqlite:${EXAMPLE_FILE}`;

export async function demo(output: CommandOutput): Promise<void> {
  const config = readConfig(undefined, { databaseUrl: EXAMPLE_URL });
  const today = dayOf(new SystemClock().now(), 'UTC');
  let keys = await prepare(config, today, output);
  if (keys === null) {
    // Yesterday's story is over, or was interrupted: the file is ours alone, so it is told anew.
    for (const end of ['', '-wal', '-shm']) await rm(`${EXAMPLE_FILE}${end}`, { force: true });
    keys = await prepare(config, today, output);
  }
  await serve(output, config, (address) => {
    output.json({ listening: address, ...keys });
    output.line(welcome(address, keys));
  });
}

/** What opens the example desk, by role. */
interface Keys {
  tokens: Record<string, string>;
  logins: Record<string, { name: string; password: string }>;
}

/** @returns fresh keys for each role; null where the example's own file holds another day's story, or half of one */
async function prepare(config: Config, today: string, output: CommandOutput): Promise<Keys | null> {
  return withDatabase(config, async (connections) => {
    const clock = new MovingClock(new SystemClock().now());
    const parts = { connections, clock, config };
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(parts), {
      logger: false,
      abortOnError: false,
    });
    try {
      const told = await app.get(SettingsService).get('example_desk');
      const begun =
        told !== null || (await app.get(Database).read.existsBy(Account, { name: EXAMPLE_ACCOUNTS.analyst }));
      if (begun && told !== today && config.databaseUrl === EXAMPLE_URL) return null;
      if (told === null) {
        await requireEmpty(app.get(Database), config);
        await play(new ExampleDeskPlayer(app, clock), today, output);
      }
      clock.moveTo(new SystemClock().now());
      return await newKeys(app);
    } finally {
      await app.close();
    }
  });
}

async function newKeys(app: INestApplicationContext): Promise<Keys> {
  const accounts = app.get(AccountsService);
  const keys: Keys = { tokens: {}, logins: {} };
  for (const [role, name] of Object.entries(EXAMPLE_ACCOUNTS)) {
    const password = newSecret().slice(0, 16);
    const { accountId } = await accounts.viewerNamed(name);
    await app.get(SessionsService).setPassword(accountId!, password);
    keys.tokens[role] = await accounts.issueToken(name);
    keys.logins[role] = { name, password };
  }
  return keys;
}

async function play(player: ExampleDeskPlayer, today: string, output: CommandOutput): Promise<void> {
  output.note(`Telling the story of the example desk, up to ${addDays(today, -1)} …`);
  const bar = output.progress('Example desk');
  try {
    await player.play(today, (done, total) => bar.update(done, total));
  } finally {
    bar.stop();
  }
}

/** The example must never stand among a desk's own records. */
async function requireEmpty(database: Database, config: Config): Promise<void> {
  if (!(await database.read.existsBy(Scenario, {}))) return;
  const place = config.databaseUrl.replace(/\/\/.*@/, '//…@');
  throw new Problem(
    'name_taken',
    `${place} holds a record already. The example desk needs an empty database.`,
  );
}

const rows = (texts: Record<string, string>): string =>
  Object.entries(texts)
    .map(([role, text]) => `  ${role.padEnd(14)} ${text}`)
    .join('\n');

function welcome(address: string, keys: Keys | null): string {
  const { tokens, logins } = keys ?? { tokens: {}, logins: {} };
  const named = Object.entries(logins).map(([role, { name, password }]) => [role, `${name} · ${password}`]);
  return `
The example desk is open. Everything in it is invented.

  pages   ${address}/
  desk    ${address}/desk
  API     ${address}/api/docs

Log in to the desk with the name and the password of a role; they hold until the next start:
${rows(Object.fromEntries(named) as Record<string, string>)}

Or send a token as "Authorization: Bearer …":
${rows(tokens)}

Try:
  curl ${address}/api/v1/calibration
  curl -H "Authorization: Bearer ${tokens['editor'] ?? ''}" ${address}/api/v1/queue

Ctrl+C stops it.`;
}
