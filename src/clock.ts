/** The only source of "now". Everything that needs the time is given a clock. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Stands still until it is moved, in either direction: for tests, and for telling the example desk's past. */
export class MovingClock extends Clock {
  private instant: Date;

  constructor(start: string | Date) {
    super();
    this.instant = new Date(start);
  }

  now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: string | Date): void {
    this.instant = new Date(instant);
  }
}
