/** What a correction does to the scores, in words. Pure. */
import { count, decimal } from '../../words.js';
import type { Api } from '../api.js';

export type Effect = Api['ResolutionEffect'];
type Moved = Pick<Effect, 'before' | 'after'>;

/** @example scoreOf(null) // => 'none' */
export const scoreOf = (score: number | null): string => (score === null ? 'none' : decimal(score, 4));

/** What moves in one selection; what stays is not told. */
export function movedInWords({ before, after }: Moved): string {
  const said: string[] = [];
  if (before.n !== after.n) said.push(`${count(before.n, 'forecast')} counted becomes ${after.n}`);
  if (before.brierScore !== after.brierScore)
    said.push(
      `Brier score ${scoreOf(before.brierScore)} becomes ${scoreOf(after.brierScore)}${way(before, after)}`,
    );
  if (before.annulled !== after.annulled) said.push(`annulled ${before.annulled} becomes ${after.annulled}`);
  if (before.overdue !== after.overdue) said.push(`overdue ${before.overdue} becomes ${after.overdue}`);
  const [was, becomes] = [before, after].map(({ verdict }) => (verdict as { status?: string }).status);
  if (was !== becomes) said.push(`the verdict “${was}” becomes “${becomes}”`);
  return said.length === 0 ? 'nothing changes' : said.join('; ');
}

function way(before: { brierScore: number | null }, after: { brierScore: number | null }): string {
  if (before.brierScore === null || after.brierScore === null) return '';
  return after.brierScore < before.brierScore ? ' (better)' : ' (worse)';
}

export function effectRows(effect: Effect): { name: string; text: string }[] {
  return [
    { name: 'The whole desk', text: movedInWords(effect) },
    { name: effect.topic.topic.title ?? 'The topic', text: movedInWords(effect.topic) },
    ...effect.forecasters.map((one) => ({ name: one.forecaster.name, text: movedInWords(one) })),
  ];
}
