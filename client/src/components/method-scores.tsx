/** The method, second half: what counts, how it is scored, and how the diagram is drawn. */
export function MethodScores() {
  return (
    <>
      <h2 id="counts">Which forecast counts</h2>
      <p>
        One for each forecaster and prediction: the first one, as published, unless you choose otherwise. It
        must have been made before the day of the outcome. You can ask for the last one that stood, or for all
        of them weighted by the time that each stood. A forecast that was withdrawn still counts as first
        published, and the number withdrawn stands beside the score. A forecast that was made for another
        question, before the criteria were changed, is not scored: where its forecaster made no new one, it is
        counted beside the score as ended, and listed. Where several people forecast the same thing, the
        median of what they said is scored beside them.
      </p>

      <h2 id="score">The score</h2>
      <p>
        The gap between what was said and what happened, squared: saying 80&nbsp;% of something that happens
        leaves a gap of 0.2, squared 0.04; of something that does not, 0.64. The average over all predictions
        is the Brier score. 0 is perfect; always saying 50&nbsp;% gives 0.25; 1 is always being certain and
        wrong.
      </p>
      <p>
        The base rate is the share that came true. Quoting it every time is the simplest rival, and it is
        known only in hindsight: beating it means telling likely from unlikely. “18&nbsp;% better” means that
        the score is 18&nbsp;% closer to 0 than that rival’s.
      </p>

      <h2 id="diagram">The diagram</h2>
      <p>
        Forecasts are put into ten bins: 0 to under 10&nbsp;%, 10 to under 20&nbsp;%, and so on; the last one
        holds 100&nbsp;% too. Each bin gives a point: from left to right the average of what was said in it,
        from bottom to top the share that came true. Empty bins give none; a bin of fewer than five is drawn
        hollow, and no line leads to it.
      </p>
      <p>
        The upright bar is the 90% range of the share (Wilson’s interval): few forecasts leave much to chance.
        Forecasters of the same prediction share its outcome, so together they count as fewer. With ten
        points, expect about one outside its bar by chance. The calibration error is the average distance of
        the points from the dashed line, each weighted by its forecasts; even perfect forecasts have some, so
        what chance alone would give is shown beside it.
      </p>
      <p>
        The score over time is the average squared gap of the last 50 predictions at each day on which
        something was settled.
      </p>

      <h2 id="luck">Chance and the verdict</h2>
      <p>
        The desk is well calibrated when two numbers both lie where chance alone puts them 19 times in 20: how
        many forecasts came true, and the average squared error. Whichever lies further out names the verdict.
        The range beside the count is the 95% range of that rule. Forecasters of the same prediction share its
        outcome: every range treats the prediction, not the forecast, as what chance draws.
      </p>
      <p>
        Few predictions prove little. Under 10 there is no chart, under 30 no verdict, and under 100 every
        verdict is provisional.
      </p>
    </>
  );
}
