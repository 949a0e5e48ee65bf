import { type Effect, effectRows, scoreOf } from './effect-words.js';

/** What a correction would do to the scores, before it is made. */
export function EffectTable({ effect }: { effect: Effect }) {
  return (
    <div class="effect" tabIndex={-1}>
      <h3>What this does to the scores</h3>
      <dl>
        {effectRows(effect).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {effect.scenario.map(({ forecaster, before, after }) => (
          <div key={forecaster.slug}>
            <dt>{`${forecaster.name}, on this prediction`}</dt>
            <dd>{`squared gap ${scoreOf(before)} becomes ${scoreOf(after)}`}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
