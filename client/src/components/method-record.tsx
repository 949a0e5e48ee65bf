/** The method, first half: what is written down, and how it is judged. */
export function MethodRecord() {
  return (
    <>
      <h2 id="record">What goes on record</h2>
      <p>
        A prediction is a statement that can turn out true or false by a deadline: a risk, an opportunity or a
        consequence, with a probability and the name of whoever said it. Nothing on record is edited or
        deleted. A change of mind is a new forecast; a mistake is corrected in the open, and the mistake stays
        visible.
      </p>
      <dl class="terms">
        <dt>Deadline</dt>
        <dd>The last day, in a named time zone, on which it can still happen.</dd>
        <dt>Term</dt>
        <dd>Short, medium or long: how far off the deadline is. Each topic says how many days that means.</dd>
        <dt>Premise</dt>
        <dd>
          An “if” before the statement. The probability then holds only if the premise does; where it does
          not, the prediction is annulled.
        </dd>
        <dt>Criteria</dt>
        <dd>
          What would have to be seen, and in which source, with a table of edge cases. They have versions. A
          new version either says the same more clearly, or asks something else: then earlier forecasts end.
        </dd>
        <dt>Live and archival</dt>
        <dd>
          A forecast is <em>live</em> when we took it down at the time. One that was taken down later is{' '}
          <em>archival</em>: it is labelled everywhere, and counts only when you ask for it. Numbers that
          somebody put to words afterwards are shown and never scored.
        </dd>
        <dt>Editions</dt>
        <dd>
          When a story is published again, each prediction in it is compared with the one on record:
          unchanged, with a new probability, worded more clearly, another question, or dropped. A dropped one
          stays open until its deadline.
        </dd>
      </dl>

      <h2 id="judging">How an outcome is judged</h2>
      <p>
        An editor decides, in writing, whether it happened, against criteria fixed beforehand and an event
        that came after the prediction. “Did not happen” may rest on the deadline having passed with nothing
        on record. What happened too late did not happen in time: it is noted how many days late.{' '}
        <a href="/house">The rules in full</a>.
      </p>
      <dl class="terms">
        <dt>Annulled</dt>
        <dd>
          It cannot be judged fairly: its premise was not met, it can be read in more than one way, it repeats
          another, or nobody could establish what happened. It is never scored and always counted beside the
          score. If the outcome was known by then, the page says so.
        </dd>
        <dt>Overdue</dt>
        <dd>
          The deadline has passed and nobody has judged it yet. It stays in the count until somebody does.
        </dd>
        <dt>Blind judging</dt>
        <dd>
          Editors judge from a queue that hides who said what. Whoever asks to see it first can, and the
          resolution says so.
        </dd>
        <dt>Judged again</dt>
        <dd>
          Now and then a sample of what was resolved is drawn by lot and judged again by somebody who is not
          told the outcome. How often the two agree stands beside the score; where they do not, the prediction
          goes back to the queue.
        </dd>
        <dt>Corrections</dt>
        <dd>
          A judgement that proves wrong is superseded by another, with its reason. Both stay on the page.
        </dd>
      </dl>
    </>
  );
}
