import type { CommandOutput } from '../../src/cli/output.js';

/** A command output that only remembers. */
export class MemoryOutput implements CommandOutput {
  readonly printed: unknown[] = [];
  readonly lines: string[] = [];
  readonly notes: string[] = [];
  readonly updates: (readonly [number, number | undefined])[] = [];
  code: number | undefined;
  stopped = 0;

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
  confirm(): Promise<null> {
    return Promise.resolve(null);
  }
  progress(): { update(done: number, total?: number): void; stop(): void } {
    return {
      update: (done, total) => void this.updates.push([done, total]),
      stop: () => void this.stopped++,
    };
  }
}
