import { Shell } from '../components/shell.js';
import type { MethodPageData } from '../page-data.js';

/** How the record is kept and scored, for a reader in a hurry. */
export function MethodPage({ site }: MethodPageData) {
  return (
    <Shell site={site} here="method">
      <article class="prose">
        <h1>How this works</h1>
        <p class="verdict">
          Somebody says how probable something is. We write it down, wait, look at what happened, and publish
          how well the probabilities held up, misses and all.
        </p>

        <h2>What goes on record</h2>
        <p>
          A prediction is a statement that can turn out true or false by a deadline: a risk, an opportunity or
          a consequence, with a probability and the name of whoever said it. Nothing on record is edited or
          deleted. A change of mind is a new forecast; a mistake is corrected in the open, and the mistake
          stays visible.
        </p>
        <p>
          A forecast is <em>live</em> when we took it down at the time. One that was taken down later is{' '}
          <em>archival</em>: it is labelled, and counts only when you ask for it.
        </p>

        <h2>How an outcome is judged</h2>
        <p>
          An editor decides, in writing, whether it happened, against criteria fixed beforehand and an event
          that came after the prediction. “Did not happen” may rest on the deadline having passed with nothing
          on record. A prediction that cannot be judged fairly is annulled with its reason. Annulled and
          overdue ones are never scored and always counted beside the score.
        </p>
        <p>
          Editors judge from a queue that hides who said what. Whoever asks to see it first can, and the
          resolution says so. Now and then a sample of what was resolved is drawn by lot and judged again by
          somebody who is not told the outcome. How often the two agree stands beside the score; where they do
          not, the prediction goes back to the queue.
        </p>

        <h2>Which forecast counts</h2>
        <p>
          The first one, as published, unless you choose otherwise. It must have been made before the outcome.
          You can ask for the last one standing, or for the average over time. Where several people forecast
          the same thing, the median of what they said is scored beside them.
        </p>

        <h2>The score</h2>
        <p>
          The gap between what was said and what happened, squared: saying 80&nbsp;% of something that happens
          leaves a gap of 0.2, squared 0.04; of something that does not, 0.64. The average over all
          predictions is the Brier score. 0 is perfect; always saying 50&nbsp;% gives 0.25.
        </p>
        <p>
          The base rate is the share that came true. Quoting it every time is the simplest rival, and it is
          known only in hindsight: beating it means telling likely from unlikely.
        </p>

        <h2>Luck</h2>
        <p>
          Few predictions prove little. Under 10 there is no chart, under 30 no verdict, and under 100 every
          verdict is provisional. “Luck alone” is the range that a perfectly calibrated forecaster with the
          same probabilities would land in nine times out of ten.
        </p>
      </article>
    </Shell>
  );
}
