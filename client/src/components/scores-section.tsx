import type { ComponentChildren } from 'preact';
import type { CrowdScore, Scenario, Score, ScoreOverTime, Vantage } from '../data.js';
import { decimal, NBSP, points, saidPercent, stoodInWords } from '../words.js';

type Records = 'live' | 'all';

/** What is scored of one forecaster in one of the two ways to look at the record. */
interface Scored {
  slug: string;
  name: string;
  at: Partial<Record<Vantage, Score>>;
  overTime: ScoreOverTime | undefined;
}

interface Group {
  records: Records;
  forecasters: Scored[];
  crowd: Partial<Record<Vantage, CrowdScore>>;
}

/** The scores of everyone side by side, whichever forecast counts, and the crowd's median below them. */
export function ScoresSection({ scenario }: { scenario: Scenario }) {
  const isScored = scenario.scores.some(({ brierScore }) => brierScore !== null);
  const isMissing = scenario.state === 'resolved' && hasUnscored(scenario);
  if (!isScored && !isMissing) return null;
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      {isScored && <Tables scenario={scenario} />}
      {isMissing && (
        <p class="note">
          Who has no score here made no forecast that counts, or is a person whose track record is not public.
        </p>
      )}
    </section>
  );
}

const hasUnscored = ({ forecasts, scores }: Scenario): boolean =>
  forecasts.some(
    (said) =>
      !said.reconstructed && !scores.some(({ forecaster }) => forecaster.slug === said.forecaster.slug),
  );

function Tables({ scenario }: { scenario: Scenario }) {
  const groups = groupsOf(scenario);
  return (
    <>
      <div class="scroll" role="region" aria-label="Brier scores" tabIndex={0}>
        <table class="numbers brier-scores">
          <caption>
            Brier score: the squared gap between what was said and what happened; 0 is perfect, 0.25 is saying
            50&nbsp;%
          </caption>
          <thead>
            <tr>
              <th scope="col">Forecaster</th>
              <th scope="col">First published</th>
              <th scope="col">Last standing</th>
              <th scope="col">Averaged over time</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.records}>
              <GroupHead records={group.records} columns={4} />
              {group.forecasters.map((one) => (
                <ForecasterRow key={one.slug} {...one} />
              ))}
              <CrowdRow crowd={group.crowd} />
            </tbody>
          ))}
        </table>
      </div>
      <ForStatisticians groups={groups} />
    </>
  );
}

function ForecasterRow({ name, at, overTime }: Scored) {
  const { first, last } = at;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Gap gap={first?.brierScore} missing="none">
        {first && `said ${saidPercent(first.probability)}`}
      </Gap>
      <Gap gap={last?.brierScore} missing="withdrawn">
        {last && `said ${saidPercent(last.probability)}`}
      </Gap>
      <Gap gap={overTime?.timeAveragedBrier} missing="never stood">
        {stoodInWords(overTime?.coverage ?? 0)}
      </Gap>
    </tr>
  );
}

function CrowdRow({ crowd: { first, last, timeWeighted } }: Pick<Group, 'crowd'>) {
  if (!first) return null;
  const of = ({ forecasters, probability }: CrowdScore) =>
    `${saidPercent(probability)}, of${NBSP}${forecasters}`;
  return (
    <tr class="crowd">
      <th scope="row">The crowd’s median</th>
      <Gap gap={first.brierScore}>{of(first)}</Gap>
      <Gap gap={last?.brierScore} missing="fewer than two">
        {last && of(last)}
      </Gap>
      <Gap gap={timeWeighted?.brierScore} missing="never two at a time">
        {timeWeighted?.coverage && `two or more ${stoodInWords(timeWeighted.coverage)}`}
      </Gap>
    </tr>
  );
}

/** A squared gap and what it is of, or the word for why there is none. */
function Gap(props: { gap: number | null | undefined; missing?: string; children?: ComponentChildren }) {
  const { gap, missing, children } = props;
  if (gap === null || gap === undefined) return <td class="none">{missing}</td>;
  return (
    <td>
      {decimal(gap)} <span class="note">{children}</span>
    </td>
  );
}

function GroupHead({ records, columns }: { records: Records; columns: number }) {
  if (records === 'live') return null;
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} class="group">
        With archival forecasts: not in the headline
      </th>
    </tr>
  );
}

function ForStatisticians({ groups }: { groups: readonly Group[] }) {
  const hasPeers = groups.some(({ forecasters }) =>
    forecasters.some(({ overTime }) => isNumber(overTime?.peerScore)),
  );
  return (
    <details class="statisticians">
      <summary>For statisticians</summary>
      <div class="statisticians-body">
        <table class="numbers points">
          <caption>Scores of Metaculus, in points; higher is better</caption>
          <thead>
            <tr>
              <th scope="col">Forecaster</th>
              <th scope="col">Baseline score</th>
              {hasPeers && <th scope="col">Peer score</th>}
            </tr>
          </thead>
          {groups.map(({ records, forecasters }) => (
            <tbody key={records}>
              <GroupHead records={records} columns={hasPeers ? 3 : 2} />
              {forecasters.map(({ slug, name, overTime }) => (
                <tr key={slug}>
                  <th scope="row">{name}</th>
                  <Points score={overTime?.baselineScore} />
                  {hasPeers && <Points score={overTime?.peerScore} />}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        <p>
          Baseline score: how much better than always saying 50&nbsp;%, from the opening to the deadline;
          0&nbsp;is no better, 100&nbsp;is certain and right throughout.
        </p>
        {hasPeers && (
          <p>
            Peer score: how much better than the others whose forecasts stood at the same time; 0&nbsp;is as
            good as they, and all peer scores of a prediction add up to&nbsp;0.
          </p>
        )}
        <p>
          Time is taken to the second here. The track record shares it out in whole days, so that its averages
          over time may differ a little.
        </p>
      </div>
    </details>
  );
}

function Points({ score }: { score: number | null | undefined }) {
  return isNumber(score) ? <td>{points(score)}</td> : <td class="none">not defined</td>;
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

/** The live forecasts by themselves; then, where archival ones change a score, all together. */
function groupsOf({ scores, scoresOverTime, crowd }: Scenario): Group[] {
  return (['live', 'all'] as const).flatMap((records) => {
    // What archival forecasts do not change is given once, as live.
    const of = <T extends { records: Records }>(rows: readonly T[]): T | undefined =>
      rows.find((row) => row.records === records) ?? rows.find((row) => row.records === 'live');
    const names = new Map(
      [...scores, ...scoresOverTime].map(({ forecaster }) => [forecaster.slug, forecaster]),
    );
    const forecasters = [...names.values()].flatMap(({ slug, name }) => {
      const own = scores.filter(({ forecaster }) => forecaster.slug === slug);
      const overTime = of(scoresOverTime.filter(({ forecaster }) => forecaster.slug === slug));
      const at = byVantage((vantage) => of(own.filter((score) => score.vantage === vantage)));
      return at.first ? [{ slug, name, at, overTime }] : [];
    });
    const changed = [...scores, ...scoresOverTime, ...crowd].some((row) => row.records === records);
    if (!changed || forecasters.length === 0) return [];
    const medians = byVantage((vantage) => of(crowd.filter((score) => score.vantage === vantage)));
    return [{ records, forecasters, crowd: medians }];
  });
}

const byVantage = <T,>(pick: (vantage: Vantage) => T | undefined): Partial<Record<Vantage, T>> => {
  const [first, last, timeWeighted] = (['first', 'last', 'timeWeighted'] as const).map(pick);
  return { ...(first && { first }), ...(last && { last }), ...(timeWeighted && { timeWeighted }) };
};
