import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { addDays, type Day } from '../src/days.js';
import { EventsService } from '../src/events/events.service.js';
import type { Viewer } from '../src/http/viewer.js';
import { ResolutionsService } from '../src/resolutions/resolutions.service.js';
import { CROWD, crowdNumber, openPlan, type Plan, TRIO, trioNumber } from './plan.js';
import { scenarioId } from './ids.js';
import { type Thoroughness, timed, type Timing, timingOf } from './sampling.js';
import { ACCOUNTS, topicOf, type World } from './world.js';

/** From the call to the end of the transaction: what an editor waits for, all tallies included. */
export interface Writes {
  resolveCrowd: Timing;
  correctCrowd: Timing;
  resolveTrio: Timing;
}

/**
 * Resolves, corrects and reopens the scenarios that are open for it, in turns where more are asked for than there are;
 * reports then stand as they stood before.
 */
export async function measureWrites(
  app: INestApplicationContext,
  world: World,
  { crowds: ofCrowds, trios: ofTrios }: Pick<Thoroughness, 'crowds' | 'trios'>,
): Promise<Writes> {
  const viewer = await app.get(AccountsService, { strict: false }).viewerNamed(ACCOUNTS.judge);
  const editor = new Editor(app, viewer, addDays(world.endOn, -3));
  const judge = async (count: number, planOf: (turn: number) => Plan) => {
    const took: Judged[] = [];
    for (let turn = 0; turn < count; turn += 1) took.push(await editor.judge(planOf(turn)));
    return took.slice(1); // the first one warms up
  };
  const crowds = await judge(ofCrowds, (turn) =>
    openPlan(world, crowdNumber(world, turn % world.crowds), CROWD),
  );
  const trios = await judge(ofTrios, (turn) => openPlan(world, trioNumber(world, turn % world.trios), TRIO));
  return {
    resolveCrowd: timingOf(crowds.map(({ resolve }) => resolve)),
    correctCrowd: timingOf(crowds.map(({ correct }) => correct)),
    resolveTrio: timingOf(trios.map(({ resolve }) => resolve)),
  };
}

/** How long the two acts took, in milliseconds. */
interface Judged {
  resolve: number;
  correct: number;
}

class Editor {
  private readonly resolutions: ResolutionsService;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly viewer: Viewer,
    /** The day on which everything happens. */
    private readonly day: Day,
  ) {
    this.resolutions = app.get(ResolutionsService, { strict: false });
  }

  async judge(plan: Plan): Promise<Judged> {
    const id = scenarioId(plan);
    const event = {
      ...{
        topic: topicOf(plan.topic).slug,
        headline: 'It has come about',
        occurredOn: this.day,
        sources: [],
      },
      standing: 'confirmed' as const,
    };
    const { id: eventId } = await this.app.get(EventsService, { strict: false }).create(event, this.viewer);
    let latest = '';
    const resolve = await timed(async () => (latest = await this.say(id, 'occurred', [eventId])));
    const correct = await timed(async () => (latest = await this.say(id, 'not_occurred', [], latest)));
    await this.say(id, 'reopened', [], latest);
    return { resolve, correct };
  }

  /** @returns the id of the resolution, which the next one supersedes */
  private async say(
    id: string,
    outcome: 'occurred' | 'not_occurred' | 'reopened',
    evidence: string[],
    supersedes?: string,
  ): Promise<string> {
    const reason = 'So the benchmark says.';
    const outcomeOn = this.day;
    const body = { outcome, outcomeOn, reason, evidence, premiseEvidence: [], supersedes };
    return (await this.resolutions.resolve(id, body, this.viewer)).id;
  }
}
