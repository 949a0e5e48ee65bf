import { Command, CommanderError } from 'commander';
import { ConfigError, isDebugging } from '../config.js';
import { DatabaseStartError } from '../database/start-errors.js';
import { toProblem } from '../database/driver-errors.js';
import { loggedError } from '../http/logged-error.js';
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
    fail(error, output);
  }
}

/** Subcommands made by hand do not inherit how errors are handled. */
function inheritSettings(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  for (const below of command.commands) inheritSettings(below);
}

/** Tells a failure in one sentence; where in the code it arose, only to those who debug. */
export function fail(error: unknown, output: CommandOutput): void {
  const problem = asProblem(error);
  output.json({ error: problem });
  output.note(`hindcast: ${oneLine(problem.detail)}`);
  if (isDebugging() && error instanceof Error) output.note(loggedError(error).stack ?? '');
  output.exit(1);
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function asProblem(error: unknown): Problem {
  if (error instanceof CommanderError) {
    const help = error.code === 'commander.help' ? 'Say what to do: see "hindcast --help".' : undefined;
    return new Problem('malformed_request', help ?? error.message.replace(/^error: /, ''));
  }
  if (error instanceof ConfigError) return new Problem('validation_failed', error.message);
  if (error instanceof DatabaseStartError) return new Problem('not_ready', error.message);
  const message = oneLine(loggedError(error).message).replace(/\.?$/, '.');
  return (
    toProblem(error) ?? new Problem('internal_error', `${message} LOG_LEVEL=debug shows where it arose.`)
  );
}
