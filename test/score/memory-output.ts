import type { CommandOutput } from '../../src/cli/output.js';

/** A command output that only remembers. */
export class MemoryOutput implements CommandOutput {
  readonly printed: unknown[] = [];
  readonly lines: string[] = [];
  readonly notes: string[] = [];
  readonly updates: (readonly [number, number | undefined])[] = [];
  code: number | undefined;
  readonly asked: string[] = [];
  stopped = 0;

  /** @param answer given to every question; null where there is no terminal */
  constructor(private readonly answer: boolean | null = null) {}

  json(value: unknown): void {
    this.printed.push(JSON.parse(JSON.stringify(value)));
  }
  line(text: string): void {
    this.lines.push(text);
  }
  note(text: string): void {
    this.notes.push(text);
  }
  exit(code: 0 | 1 | 2): void {
    this.code = code;
  }
  confirm(question: string): Promise<boolean | null> {
    this.asked.push(question);
    return Promise.resolve(this.answer);
  }
  progress(): { update(done: number, total?: number): void; stop(): void } {
    return {
      update: (done, total) => void this.updates.push([done, total]),
      stop: () => void this.stopped++,
    };
  }
}
