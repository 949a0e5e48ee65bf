import { Problem } from '../problems.js';

/** So many at once; others wait their turn, and more than may wait are sent away. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** @throws {Problem} too_many_attempts where too many wait already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else if (this.waiting.length < this.mayWait) await new Promise<void>((go) => this.waiting.push(go));
    else
      throw new Problem('too_many_attempts', 'Too many people log in at once. Try again in a few seconds.', {
        retryAfterSeconds: 5,
      });
    try {
      return await work();
    } finally {
      // The turn is handed on, so that nobody who comes between takes it.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
