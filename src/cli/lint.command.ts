import { type Command, Option } from 'commander';
import { type Term, TERMS } from '../topics/terms.js';
import type { CommandOutput } from './output.js';

export interface LintOptions {
  term?: Term;
  deadline?: string;
  premise?: string;
  criteria?: string;
}

const HELP = `
Shows the words that make a statement hard to judge, why, and how it might read instead; then five cases at its edge.
The answer to each, yes or no, belongs to the edge cases of its criteria. Nothing is refused, and no database is needed.
A fix is the whole statement rewritten: two lines are two statements, "If …," is a premise, [brackets] ask you.

Examples:
  $ hindcast lint "Chad may leave the pact." --term short
  $ hindcast lint "The port closes for a day." --deadline 2027-06-30 --criteria "The port authority says so."`;

/** Adds `hindcast lint "STATEMENT"`: what `POST statements/lint` answers, with the terms of a new topic. */
export function addLintCommand(program: Command, output: CommandOutput): void {
  program
    .command('lint')
    .argument('<statement>', 'what is said to happen, in quotes')
    .description('mark what makes a statement hard to judge, and propose edge cases for its criteria')
    .addOption(new Option('--term <term>', 'how far off it lies').choices([...TERMS]))
    .option('--deadline <day>', 'the last day on which it can occur, YYYY-MM-DD')
    .option('--premise <text>', 'the condition, where it is not in the statement')
    .option('--criteria <text>', 'what would have to be seen, in which source')
    .option('--json', 'print marks and edge cases as JSON')
    .addHelpText('after', HELP)
    .action((statement: string, options: LintOptions) =>
      import('./lint.action.js').then(({ lint }) => lint(statement, options, output)),
    );
}
