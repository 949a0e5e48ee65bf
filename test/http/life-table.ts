import { describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import type { Role } from '../../src/http/permissions.js';
import { PROBLEMS } from '../../src/problems.js';
import { RedactionsService } from '../../src/redactions/redactions.service.js';
import type { Desk, ProblemBody } from '../record/desk-builders.js';
import type { Answer } from '../support/app.js';

/*
 * Who may do what with something on record, whose it is, and how it stands, as one table: each row is asked by everyone,
 * in each state.
 */

/** What is answered: a status, or the code of a problem. */
export type Verdict = number | keyof typeof PROBLEMS;
export type Request = [method: 'GET' | 'POST', path: string, body?: object];

/** Whoever asks: the role, and for whom they may log. */
export const ASKERS = {
  nobody: null,
  'a reader with an account': ['reader', []],
  'the analyst who logged it': ['analyst', ['ana']],
  'an analyst of another forecaster': ['analyst', ['bo']],
  'an editor of another forecaster': ['editor', ['bo']],
  'an editor': ['editor', '*'],
  'an administrator': ['administrator', '*'],
} as const satisfies Record<string, readonly [Role, '*' | readonly string[]] | null>;
export type Asker = keyof typeof ASKERS;
const NAMES = Object.keys(ASKERS) as Asker[];

const RANKS: readonly Role[] = ['reader', 'analyst', 'editor', 'administrator'];
const roleOf = (asker: Asker): Role => ASKERS[asker]?.[0] ?? 'reader';

export function mayLogForAna(asker: Asker): boolean {
  const logsFor: '*' | readonly string[] = ASKERS[asker]?.[1] ?? [];
  return logsFor === '*' || logsFor.includes('ana');
}

/**
 * Who may not ask at all is told so first.
 *
 * @param by the least role
 * @param hidden whether the public may not see it
 * @returns null where the state decides
 */
export function turnedAway(asker: Asker, by: Role, hidden: boolean): Verdict | null {
  if (by === 'reader') return roleOf(asker) === 'reader' && hidden ? 'not_found' : null;
  if (ASKERS[asker] === null) return 'unauthorized';
  return RANKS.indexOf(roleOf(asker)) < RANKS.indexOf(by) ? 'forbidden' : null;
}

/** Everyone who asks, each with a token of their own. */
export class People {
  private constructor(
    private readonly desk: Desk,
    private readonly tokens: ReadonlyMap<Asker, string>,
  ) {}

  static async of(desk: Desk): Promise<People> {
    const tokens = new Map<Asker, string>();
    for (const asker of NAMES) {
      if (ASKERS[asker] === null) continue;
      const [role, logsFor] = ASKERS[asker];
      const mayLogFor = logsFor === '*' ? '*' : [...logsFor];
      tokens.set(asker, (await desk.app.service(AccountsService).add(asker, role, { mayLogFor })).token);
    }
    return new People(desk, tokens);
  }

  ask<T = ProblemBody>(asker: Asker, [method, path, body]: Request): Promise<Answer<T>> {
    const token = this.tokens.get(asker);
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return this.desk.call<T>(method, path, { headers, ...(body && { body }) });
  }
}

export async function redactField(
  desk: Desk,
  subject: Parameters<RedactionsService['field']>[0],
  id: string,
  name: string,
): Promise<void> {
  const viewer = await desk.app.service(AccountsService).commandLine();
  const redactions = desk.app.service(RedactionsService);
  await redactions.redact((await redactions.field(subject, id, name)).id, 'Ordered.', viewer);
}

interface Row<Made> {
  /** Then what comes after it is asked of another one. */
  changesState?: true;
  ask: (made: Made) => Request;
}

interface Walk<Made, State extends string, R extends Row<Made>> {
  states: readonly State[];
  table: Record<string, R>;
  expected: (asker: Asker, state: State, row: R) => Verdict;
  /** One in that state, of the analyst's. */
  made: (state: State) => Promise<Made>;
  /** Once they are there. */
  people: () => { desk: Desk; people: People };
}

/** A walk is hundreds of requests. */
const PATIENCE = 240_000;

/** Asks every row by everyone in every state. */
export function walkTable<Made, State extends string, R extends Row<Made>>(
  what: string,
  { states, table, expected, made, people: at }: Walk<Made, State, R>,
): void {
  const asks = NAMES.flatMap((asker) => Object.entries(table).map(([act, row]) => ({ asker, act, row })));
  describe.each([...states])(`${what} that is %s`, (state) => {
    it(
      'refuses whom the table refuses, and nothing is written',
      async () => {
        const { desk, people } = at();
        const one = await made(state);
        const before = await desk.rows();
        const wrong: unknown[] = [];
        for (const { asker, act, row } of asks) {
          const verdict = expected(asker, state, row);
          if (typeof verdict === 'number') continue;
          const { status, body } = await people.ask(asker, row.ask(one));
          if (status !== PROBLEMS[verdict][0] || body.code !== verdict)
            wrong.push([asker, act, verdict, status, body.code]);
        }
        expect(wrong).toEqual([]);
        expect(await desk.rows()).toEqual(before);
      },
      PATIENCE,
    );

    it(
      'lets through whom the table lets through',
      async () => {
        const { people } = at();
        const wrong: unknown[] = [];
        let [before, one] = [null as Asker | null, await made(state)];
        for (const { asker, act, row } of asks) {
          const verdict = expected(asker, state, row);
          if (typeof verdict !== 'number') continue;
          if (before !== null && asker !== before) one = await made(state);
          before = asker;
          const { status, body } = await people.ask(asker, row.ask(one));
          if (row.changesState) one = await made(state);
          if (status !== verdict) wrong.push([asker, act, verdict, status, body.code, body.detail]);
        }
        expect(wrong).toEqual([]);
      },
      PATIENCE,
    );
  });
}
