import cliProgress from 'cli-progress';
import { createInterface } from 'node:readline/promises';
import { stripVTControlCharacters } from 'node:util';

export type ExitCode = 0 | 1 | 2;

/**
 * What a command says, and where it goes. A command says everything in both forms; the mode chooses: `json` is heard
 * with `--json` only, `line` without it only. So standard output holds one or the other, never both.
 */
export interface CommandOutput {
  json(value: unknown): void;
  line(text: string): void;
  /** For the person at the terminal; never on standard output. */
  note(text: string): void;
  /** Records how it ended; the worst is kept. It does not leave. */
  exit(code: ExitCode): void;
  progress(title: string): Progress;
  /** Asks the person at the terminal; null where there is none. */
  confirm(question: string): Promise<boolean | null>;
}

export interface Progress {
  update(done: number, total?: number): void;
  stop(): void;
}

interface Channel {
  write(text: string): unknown;
  isTTY?: boolean;
}

export class TerminalOutput implements CommandOutput {
  exitCode: ExitCode = 0;

  constructor(
    private readonly asJson: boolean,
    private readonly out: Channel = process.stdout,
    private readonly err: Channel = process.stderr,
  ) {}

  json(value: unknown): void {
    if (this.asJson) this.out.write(`${JSON.stringify(value)}\n`);
  }

  line(text: string): void {
    if (!this.asJson) this.out.write(`${printable(text)}\n`);
  }

  note(text: string): void {
    this.err.write(`${printable(text)}\n`);
  }

  exit(code: ExitCode): void {
    // 1, failed, outranks 2, some refused.
    if (this.exitCode !== 1 && code !== 0) this.exitCode = code;
  }

  progress(title: string): Progress {
    if (!this.err.isTTY) return { update: () => undefined, stop: () => undefined };
    const bar = new cliProgress.SingleBar(
      { format: `${title} {bar} {percentage} %`, stream: process.stderr, clearOnComplete: true },
      cliProgress.Presets.shades_classic,
    );
    let started = false;
    return {
      update: (done, total) => {
        if (!started) bar.start(total ?? 0, done); // not before: nothing of nothing would be drawn as all
        started = true;
        if (total !== undefined) bar.setTotal(total);
        bar.update(done);
      },
      stop: () => bar.stop(),
    };
  }

  async confirm(question: string): Promise<boolean | null> {
    if (!this.err.isTTY || !process.stdin.isTTY) return null;
    const asking = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return /^y(es)?$/i.test((await asking.question(`${printable(question)} [y/N] `)).trim());
    } finally {
      asking.close();
    }
  }
}

/** Shows how far `fn` has come, and takes it away whatever happens. */
export async function withProgress<T>(
  output: CommandOutput,
  title: string,
  fn: (update: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const progress = output.progress(title);
  try {
    return await fn((done, total) => progress.update(done, total));
  } finally {
    progress.stop();
  }
}

/** What people have typed may hold sequences that a terminal would obey. */
function printable(text: string): string {
  return stripVTControlCharacters(text);
}
