import { useEffect, useState } from 'preact/hooks';
import { count } from '../../words.js';
import { type Api, ask } from '../api.js';

type Habits = Api['LintHabits'];

const CODE_WORDS: Record<Habits['marks'][number]['code'], string> = {
  interpretation: 'someone has to interpret it',
  modal: '“may” or “could”: it is true whatever happens',
  already_true: 'it was so already',
  compound: 'two claims in one',
  hidden_premise: 'an “if” inside the statement',
  unmeasured: 'more or less of something, without a measure',
  missing_actor: 'nobody is named who does it',
  missing_time: 'no day by which',
  date_before_deadline: 'its date comes before its deadline',
  no_source: 'no source in which one would see it',
};

/** What makes one's open statements hard to judge, over and over. */
export function LintHabitsOf({ forecaster }: { forecaster: string }) {
  const [habits, set] = useState<Habits | null>(null);
  useEffect(() => {
    set(null);
    ask<Habits>(`standings/habits?forecaster=${encodeURIComponent(forecaster)}`).then(set, () => undefined);
  }, [forecaster]);
  if (habits === null || habits.statements === 0) return null;
  const { statements, open, marks } = habits;
  return (
    <section aria-labelledby="habits">
      <h2 id="habits">What makes them hard to judge</h2>
      <p>
        {`Of ${count(statements, 'open statement')}${statements < open ? `, the latest of ${open}` : ''}, ${marks.length === 0 ? 'none has a mark.' : 'so many have:'}`}
      </p>
      <ol>
        {marks.map(({ code, statements: n, latest }) => (
          <li key={code}>
            {`${n} of ${statements}: ${CODE_WORDS[code]}. The latest: `}
            <a href={`/scenarios/${latest.id}`}>{latest.statement}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
