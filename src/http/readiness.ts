import { Injectable } from '@nestjs/common';

/** Whether this process still takes new work; it stops doing so before it goes. */
@Injectable()
export class Readiness {
  private going = false;

  get stopping(): boolean {
    return this.going;
  }

  stop(): void {
    this.going = true;
  }
}
