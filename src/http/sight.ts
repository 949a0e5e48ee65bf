import { Injectable, type PipeTransform } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Sight } from '../database/visibility.js';
import { toInstant } from '../days.js';
import { mayActAs, Viewer } from './viewer.js';

/** What a viewer sees at this moment: analysts and those above see the desk's own, everyone else what is public. */
export const sightOf = (viewer: Viewer, clock: Clock): Sight => ({
  desk: mayActAs(viewer, 'analyst'),
  now: toInstant(clock.now()),
});

@Injectable()
class SightPipe implements PipeTransform<Viewer, Sight> {
  constructor(private readonly clock: Clock) {}

  transform(viewer: Viewer): Sight {
    return sightOf(viewer, this.clock);
  }
}

/** The sight of whoever asks, as a parameter of a route: `@AsSeen() sight: Sight`. */
export const AsSeen = (): ParameterDecorator => Viewer(SightPipe);
