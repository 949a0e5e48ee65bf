import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.js';
import { Problem } from '../problems.js';
import { addAccountCommand } from './account.command.js';
import { addBriefingCommand } from './briefing.command.js';
import { addDemoCommand } from './demo.command.js';
import { addEventCommand } from './event.command.js';
import { addExportCommand } from './export.command.js';
import { addForecasterCommand } from './forecaster.command.js';
import { addLintCommand } from './lint.command.js';
import { addMigrateCommand } from './migrate.command.js';
import type { CommandOutput } from './output.js';
import { addRedactCommand } from './redact.command.js';
import { addReportCommand } from './report.command.js';
import { addRereadsCommand } from './rereads.command.js';
import { addScoreCommand } from './score.command.js';
import { addServeCommand } from './serve.command.js';
import { addVerifyCommand } from './verify.command.js';

/**
 * Every command with its options. What a command needs is loaded by its action: `--help` loads no more than the words,
 * and no command loads the server that does not serve.
 */
export function createProgram(output: CommandOutput): Command {
  const program = new Command('hindcast')
    .description('Keeps score of what a desk said could happen next.')
    .enablePositionalOptions() // what stands after a command is said to that command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined }); // usage errors are told by `run`, in the form asked for
  addServeCommand(program, output);
  addDemoCommand(program, output);
  addMigrateCommand(program, output);
  addAccountCommand(program, output);
  addForecasterCommand(program, output);
  addBriefingCommand(program, output);
  addEventCommand(program, output);
  addLintCommand(program, output);
  addReportCommand(program, output);
  addRereadsCommand(program, output);
  addExportCommand(program, output);
  addVerifyCommand(program, output);
  addRedactCommand(program, output);
  addScoreCommand(program, output);
  for (const command of program.commands) inheritSettings(command);
  return program;
}

/** Runs one command line (without the program's own name); failures are told, never thrown. */
export async function run(words: string[], output: CommandOutput): Promise<void> {
  const program = createProgram(output);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return; // help was asked for, and given
    await fail(error, output);
  }
}

/** Subcommands made by hand do not inherit how errors are handled. */
function inheritSettings(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  for (const below of command.commands) inheritSettings(below);
}

async function fail(error: unknown, output: CommandOutput): Promise<void> {
  const problem = await asProblem(error);
  output.json({ error: problem });
  output.note(`hindcast: ${problem.detail}`);
  if (problem.code === 'internal_error' && error instanceof Error) output.note(error.stack ?? error.message);
  output.exit(1);
}

async function asProblem(error: unknown): Promise<Problem> {
  if (error instanceof Problem) return error;
  if (error instanceof CommanderError) {
    const help = error.code === 'commander.help' ? 'Say what to do: see "hindcast --help".' : undefined;
    return new Problem('malformed_request', help ?? error.message.replace(/^error: /, ''));
  }
  if (error instanceof ConfigError) return new Problem('validation_failed', error.message);
  const { DatabaseStartError } = await import('../database/data-sources.js');
  const { toProblem } = await import('../database/driver-errors.js');
  if (error instanceof DatabaseStartError) return new Problem('not_ready', error.message);
  return toProblem(error) ?? new Problem('internal_error', (error as Error | null)?.message ?? String(error));
}
