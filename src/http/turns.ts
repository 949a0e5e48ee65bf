import type { Problem } from '../problems.js';

/** Why somebody is sent away: the queue is full, or full of this client's own, or did not move for too long. */
export type Refused = 'queue' | 'share' | 'wait';

export interface TurnsOptions {
  atOnce: number;
  /** Others wait their turn: so many at most. */
  waiting: number;
  /** Of those that wait, so many may be of one client. */
  share?: number;
  /** Nobody waits longer. */
  waitMs?: number;
  refuse: (why: Refused) => Problem;
}

interface Waiting {
  go(): void;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Runs so much work at once. The rest waits in a queue of bounded length and time, in which clients take turns: whoever
 * asks for much waits behind their own. Between two pieces of work the event loop turns.
 */
export class Turns {
  private running = 0;
  private waiting = 0;
  /** The next is the first of the first line. */
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly options: TurnsOptions) {}

  /** @throws {Problem} as `refuse` makes it, where there is no turn to be had */
  async run<T>(work: () => Promise<T>, client = ''): Promise<T> {
    if (this.running < this.options.atOnce) this.running += 1;
    else await this.wait(client);
    try {
      return await work();
    } finally {
      // The turn is handed on, so that nobody who comes between takes it.
      setImmediate(() => this.handOn());
    }
  }

  private wait(client: string): Promise<void> {
    const { waiting, share, waitMs, refuse } = this.options;
    const line = this.lines.get(client) ?? [];
    if (line.length >= (share ?? waiting)) throw refuse('share');
    if (this.waiting >= waiting) throw refuse('queue');
    return new Promise((go, fail) => {
      const one: Waiting = { go, timer: undefined };
      line.push(one);
      this.lines.set(client, line);
      this.waiting += 1;
      if (waitMs === undefined) return;
      one.timer = setTimeout(() => {
        this.leave(client, one);
        fail(refuse('wait'));
      }, waitMs);
    });
  }

  private handOn(): void {
    const [first] = this.lines;
    if (!first) {
      this.running -= 1;
      return;
    }
    const [client, line] = first;
    const one = line[0]!;
    this.leave(client, one);
    // Behind all other clients.
    if (this.lines.delete(client)) this.lines.set(client, line);
    clearTimeout(one.timer);
    one.go();
  }

  private leave(client: string, one: Waiting): void {
    const line = this.lines.get(client)!;
    line.splice(line.indexOf(one), 1);
    this.waiting -= 1;
    if (line.length === 0) this.lines.delete(client);
  }
}
