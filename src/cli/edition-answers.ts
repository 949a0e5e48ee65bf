import { createInterface } from 'node:readline/promises';
import type { CreateBriefing } from '../forecasts/forecast.dto.js';
import { Problem } from '../problems.js';
import type { EditionRow } from './edition-table.js';

/** What is said of an edition's differences, as `POST briefings` takes it. */
export type Answers = Pick<CreateBriefing, 'choices' | 'dropped'>;

/** The numbers of rows, as given with options. */
export interface AnswerOptions {
  clarified?: string[];
  new?: string[];
  dropped?: string[];
}

export type Ask = (question: string) => Promise<string>;

/** Answers given by row number: `--clarified 2 --new 3 --dropped "4: overtaken"`. */
export function answersOf(options: AnswerOptions, rows: readonly EditionRow[]): Answers {
  const row = (text: string, standing: EditionRow['standing']): string => {
    const found = rows.find(({ number }) => number === Number(text));
    if (found?.standing === standing && found.id !== null) return found.id;
    throw new Problem('choice_unknown', `Row ${text} is not ${standing}; --dry-run shows the rows.`, {
      row: text,
    });
  };
  return {
    choices: [
      ...(options.clarified ?? []).map((one) => ({
        scenario: row(one, 'reworded'),
        as: 'clarified' as const,
      })),
      ...(options.new ?? []).map((one) => ({ scenario: row(one, 'reworded'), as: 'changed' as const })),
    ],
    dropped: (options.dropped ?? []).map((one) => {
      const [number = '', ...words] = one.split(':');
      const why = words.join(':').trim();
      const isRow = /^\d+$/.test(number.trim()) && (words.length === 0 || why !== '');
      return { scenario: row(isRow ? number.trim() : one, 'dropped'), why: isRow && why !== '' ? why : null };
    }),
  };
}

/** Asks the person at the terminal; null where they stop. */
export async function askAnswers(
  rows: readonly EditionRow[],
  isChange: boolean,
  ask: Ask,
): Promise<Answers | null> {
  const answers: Required<Answers> = { choices: [], dropped: [] };
  for (const { number, standing, id } of rows) {
    if (standing === 'reworded') {
      const said = await asked(
        ask,
        `Row ${number}: the same question (s), a new scenario (n), or stop (q)? `,
        'snq',
      );
      if (said === 'q') return null;
      answers.choices.push({ scenario: id!, as: said === 's' ? 'clarified' : 'changed' });
    }
    if (standing === 'dropped') {
      const why = (await ask(`Row ${number} is left out. Why? (empty: no reason; q: stop) `)).trim();
      if (why === 'q') return null;
      answers.dropped.push({ scenario: id!, why: why || null });
    }
  }
  if (
    isChange &&
    (await asked(ask, 'Record this as a further version of the briefing (y, n)? ', 'yn')) === 'n'
  )
    return null;
  return answers;
}

async function asked(ask: Ask, question: string, letters: string): Promise<string> {
  for (;;) {
    const said = (await ask(question)).trim().toLowerCase();
    if (said.length === 1 && letters.includes(said)) return said;
  }
}

/** Whether anybody has to say something before such an edition is recorded. */
export const needsAnswers = (rows: readonly EditionRow[], isChange: boolean): boolean =>
  isChange || rows.some(({ standing }) => standing === 'reworded' || standing === 'dropped');

/** Runs `fn` with somebody to ask; with null where standard input is no terminal. */
export async function withTerminal<T>(fn: (ask: Ask | null) => Promise<T>): Promise<T> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return fn(null);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await fn((question) => lines.question(question));
  } finally {
    lines.close();
  }
}
