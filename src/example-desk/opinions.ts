import { LAST_RECORDED, PHASE, type Day, type Frame } from './draft.js';
import { FORECASTERS, type Forecaster } from './forecasters.js';
import { closingDay, endedAs } from './outcomes.js';
import { randomFor, type Random } from './random.js';
import type { ForecasterSlug } from './types.js';

/**
 * What the forecasters say of a scenario after the desk has spoken: first what was written by hand, then, for whoever
 * is left and has a view, numbers drawn so that each keeps to a character (see `forecasters.ts`).
 */
export function writeOpinions(frame: Frame): void {
  const { scenario, published } = frame;
  const closing = Math.min(closingDay(frame), LAST_RECORDED + 1);
  const said = scenario.said ?? [];
  for (const { by, after, probability, because } of said)
    say(frame, by, published + after, probability, because);

  const spoken = new Set<ForecasterSlug>(said.map(({ by }) => by));
  const truth = endedAs(scenario.then) ?? randomFor(`${frame.ref} coin`).chance(scenario.probability);
  const willing = FORECASTERS.filter(
    ({ slug, style }) =>
      style !== undefined &&
      !spoken.has(slug) &&
      randomFor(`${frame.ref} ${slug} present`).chance(style.presence),
  );
  if (willing.length === 0 && spoken.size === 0)
    willing.push(...FORECASTERS.filter(({ slug }) => slug === 'plumb-3'));
  for (const forecaster of willing) drawOpinion(frame, forecaster, truth, closing);

  const { withdrawn } = scenario;
  if (!spoken.has('desk') && withdrawn?.by !== 'desk') deskThinksAgain(frame, truth, closing);
  if (withdrawn !== undefined)
    frame.emit(published + withdrawn.after, PHASE.withdrawal, {
      type: 'withdrawal',
      scenario: frame.ref,
      forecaster: withdrawn.by,
      reason: withdrawn.reason,
    });
}

/**
 * The first number comes from a belief that is calibrated by construction: with a uniform prior, what occurred was
 * believed with Beta(2, 1) and what did not with Beta(1, 2). The forecaster's style then bends it.
 */
function drawOpinion(frame: Frame, forecaster: Forecaster, truth: boolean, closing: Day): void {
  const { slug, style } = forecaster;
  if (style === undefined) return;
  const random = randomFor(`${frame.ref} ${slug}`);
  const belief = logOdds(truth ? random.beta(2, 1) : random.beta(1, 2));
  const heard = logOdds(frame.scenario.probability);
  const error = style.noise * (2 * random.unit() - 1);
  let view = (1 - style.weight) * belief + style.weight * heard + error;
  const number = (): number => {
    const bent = fromLogOdds(style.scale * view + style.shift);
    const clipped = Math.min(1 - style.clip, Math.max(style.clip, bent));
    return round(Math.round(clipped / style.step) * style.step);
  };

  let day = Math.min(frame.published + random.between(0, 5), closing - 1);
  let standing = number();
  say(frame, slug, day, standing);
  for (let left = revisions(random, closing - day); left > 0; left--) {
    day = laterDay(random, day, closing);
    view += drift(random, truth);
    const next = number();
    if (day >= closing || next === standing) return;
    say(frame, slug, day, next);
    standing = next;
  }
}

function deskThinksAgain(frame: Frame, truth: boolean, closing: Day): void {
  const random = randomFor(`${frame.ref} desk`);
  if (closing - frame.published < 25 || !random.chance(0.3)) return;
  const day = laterDay(random, frame.published + 7, closing);
  const shifted = fromLogOdds(logOdds(frame.scenario.probability) + drift(random, truth));
  const next = round(Math.round(shifted * 100) / 100);
  if (day < closing && next !== frame.scenario.probability) say(frame, 'desk', day, next);
}

function say(
  frame: Frame,
  forecaster: ForecasterSlug,
  day: Day,
  probability: number,
  rationale?: string,
): void {
  frame.emit(day, PHASE.forecast, {
    type: 'forecast',
    scenario: frame.ref,
    forecaster,
    probability,
    ...(rationale === undefined ? {} : { rationale }),
  });
}

function revisions(random: Random, daysLeft: number): number {
  if (daysLeft < 20) return 0;
  const u = random.unit();
  return u < 0.6 ? 0 : u < 0.82 ? 1 : u < 0.94 ? 2 : 3;
}

const laterDay = (random: Random, day: Day, closing: Day): Day =>
  day + random.between(3, Math.max(3, Math.floor((closing - day) / 2)));

/** News leans towards what will turn out true, and sometimes away from it. */
const drift = (random: Random, truth: boolean): number => (truth ? 1 : -1) * (1.1 * random.unit() - 0.25);

const logOdds = (p: number): number => Math.log(p / (1 - p));
const fromLogOdds = (x: number): number => 1 / (1 + Math.exp(-x));
/** To thousandths, which hides what binary fractions leave behind. */
const round = (p: number): number => Math.round(Math.min(0.98, Math.max(0.02, p)) * 1000) / 1000;
