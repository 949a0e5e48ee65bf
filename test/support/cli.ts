import { TerminalOutput } from '../../src/cli/output.js';
import { run } from '../../src/cli/program.js';

export interface CliResult {
  code: 0 | 1 | 2;
  stdout: string;
  stderr: string;
  /** What `--json` printed; undefined without it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they expect to be there
  json: any;
}

/** One command line in this process, on the database of `url`. */
export async function hindcast(url: string, ...words: string[]): Promise<CliResult> {
  const before = process.env['DATABASE_URL'];
  process.env['DATABASE_URL'] = url;
  let stdout = '';
  let stderr = '';
  const asJson = words.includes('--json');
  const output = new TerminalOutput(
    asJson,
    { write: (text) => (stdout += text) },
    { write: (text) => (stderr += text) },
  );
  try {
    await run(words, output);
  } finally {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  }
  return { code: output.exitCode, stdout, stderr, json: asJson ? JSON.parse(stdout) : undefined };
}
