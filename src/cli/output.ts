/** Where a command writes: results on standard output, everything else on standard error. */
export interface CommandOutput {
  /** Prints one JSON value on standard output. */
  json(value: unknown): void;
  /** A line for a person, on standard output. */
  line(text: string): void;
  /** A line for a person, on standard error. */
  note(text: string): void;
  /** How the command ends: 0 fine, 1 failed, 2 finished but something was refused. */
  exit(code: 0 | 1 | 2): void;
  /** A bar on standard error; silent unless that is a terminal. */
  progress(title: string): { update(done: number, total?: number): void; stop(): void };
}
