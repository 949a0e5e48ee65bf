import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

export interface AddOptions {
  topic?: string;
  headline?: string;
  publishedOn?: string;
  forecaster?: string;
  publicAt?: string;
  deskOnly?: boolean;
  dryRun?: boolean;
  follows?: string;
  choices?: string;
  clarified?: string[];
  new?: string[];
  dropped?: string[];
}

const HELP = `
What is read can be overridden: --topic, --headline, --published-on. A briefing that is on record is recognised, not
doubled. With --json, each file gives one line: the briefing, its scenarios, what was refused, and what was guessed.

The next edition of a story, or another text of the same briefing, is shown beside what is on record. What was reworded
or left out has to be answered: at the terminal, by the numbers of the rows, or in a file of {"choices": …, "dropped": …}
as POST briefings takes them.

Examples:
  $ hindcast briefing add update-15.txt --dry-run
  $ hindcast briefing add *.txt --forecaster "Night desk" --json
  $ hindcast briefing add update-16.txt --clarified 2 --new 3 --dropped "4: overtaken by the accord"

Exit codes: 0 fine, 1 no file could be recorded, 2 recorded, but some files or items were refused.`;

export function addBriefingCommand(program: Command, output: CommandOutput): void {
  program
    .command('briefing')
    .description('briefings')
    .command('add')
    .argument('<files...>', 'briefings as pasted: text, Markdown or HTML')
    .description('put briefings on record, with their scenarios and a forecast on each')
    .option('--topic <title>', 'the running story; made if it does not exist')
    .option('--headline <text>', 'the headline, if it was not found or is another')
    .option('--published-on <day>', 'the publication day, YYYY-MM-DD')
    .option('--forecaster <name>', 'whose probabilities these are (default: the desk)')
    .option('--public-at <instant>', 'from when it is public (default: at once)')
    .option('--desk-only', 'keep it to the desk')
    .option('--follows <id>', 'the briefing that this is the next edition of; "none" for none')
    .option('--clarified <row...>', 'reworded, the same question')
    .option('--new <row...>', 'reworded into a new scenario')
    .option('--dropped <row...>', 'left out: the row, or "row: why"')
    .option('--choices <file>', 'all answers, as JSON')
    .option('--dry-run', 'read it, show the differences, and record nothing')
    .option('--json', 'print what was read as JSON, one line a file')
    .addHelpText('after', HELP)
    .action((files: string[], options: AddOptions) =>
      import('./briefing.action.js').then(({ addBriefings }) => addBriefings(files, options, output)),
    );
}
