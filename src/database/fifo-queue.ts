/** When a task must have begun, on the clock of `performance.now()`, and what it is refused with from then on. */
export interface Deadline {
  until: number;
  refuse: () => Error;
}

/** Runs one task at a time, in the order in which they came. A task that fails does not stop the next. */
export class FifoQueue {
  private tail: Promise<unknown> = Promise.resolve();

  /** @param deadline a task that has not begun by then is refused at once, and never runs */
  run<T>(task: () => Promise<T>, deadline?: Deadline): Promise<T> {
    if (!deadline) return this.append(task);
    return new Promise<T>((resolve, reject) => {
      let refused = false;
      const timer = setTimeout(() => {
        refused = true;
        reject(deadline.refuse());
      }, deadline.until - performance.now());
      const start = async () => {
        if (refused) return;
        clearTimeout(timer);
        await task().then(resolve, reject);
      };
      void this.append(start);
    });
  }

  private append<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(task);
    this.tail = mine.catch(() => undefined);
    return mine;
  }
}
