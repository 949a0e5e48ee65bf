import { type Command, Option } from 'commander';
import { STANDINGS } from '../events/standings.js';
import type { CommandOutput } from './output.js';

export interface AddOptions {
  topic?: string;
  headline?: string;
  on?: string;
  summary?: string;
  attribution?: string;
  standing?: string;
  outlet?: string;
  publishedOn?: string;
  to?: string;
  dryRun?: boolean;
}

const HELP = `
An article's text becomes a source, which stays with the desk, and proposes the event: its headline, the sentences that
carry days and actors, the days it may have happened on. On what several articles differ, all accounts are kept. The
day it happened is never guessed: say it with --on.

Examples:
  $ hindcast event add article.txt --dry-run
  $ hindcast event add one.txt two.txt --topic "Harbour strike" --on 2026-06-18 --headline "The port closes"
  $ hindcast event add --topic harbour-strike --headline "The port closes" --on 2026-06-18 --outlet "The Gull"
  $ hindcast event add third.txt --to EVENT_ID`;

export function addEventCommand(program: Command, output: CommandOutput): void {
  program
    .command('event')
    .description('what happened')
    .command('add')
    .argument('[files...]', 'articles that report it, as text')
    .description('log an event, from articles or by its headline')
    .option('--topic <name>', 'slug or title of the running story')
    .option('--headline <text>', 'what happened (default: what the first article proposes)')
    .option('--on <day>', 'the day it happened, YYYY-MM-DD')
    .option('--summary <text>')
    .option('--attribution <text>', 'on whose word its figures rest, as in “on the ministry’s count”')
    .addOption(new Option('--standing <standing>', 'how it is believed').choices([...STANDINGS]))
    .option('--outlet <name>', 'who reports it (default: what the article says, or its file name)')
    .option('--published-on <day>', 'the day the articles appeared')
    .option('--to <event>', 'put the articles to an event on record, as further sources')
    .option('--dry-run', 'show what is proposed and record nothing')
    .option('--json', 'print the proposal and the event as JSON')
    .addHelpText('after', HELP)
    .action((files: string[], options: AddOptions) =>
      import('./event.action.js').then(({ addEvent }) => addEvent(files, options, output)),
    );
}
