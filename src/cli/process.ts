import { TerminalOutput } from './output.js';
import { fail, run } from './program.js';
import { endOnSignal } from './signals.js';

/** The whole life of the process: runs one command line, and ends with its exit code, whatever is still open. */
export async function runProcess(
  words: string[],
  output = new TerminalOutput(words.includes('--json')),
): Promise<void> {
  endOnSignal();
  process.once('uncaughtException', (error) => {
    fail(error, output);
    process.exit(1);
  });
  await run(words, output);
  for (const channel of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => channel.write('', () => resolve()));
  process.exit(output.exitCode);
}
