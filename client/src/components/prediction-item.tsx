import type { TrackRecordItem } from '../data.js';
import { scenarioLink } from '../links.js';
import {
  ANNULMENT_WORDS,
  count,
  day,
  daysBetween,
  decimal,
  KIND_WORDS,
  lateInWords,
  OUTCOME_WORDS,
  saidPercent,
  TERM_WORDS,
} from '../words.js';
import { KindMark } from './kind-mark.js';

/** One line of a list: what was said, by whom, and what became of it. */
export function PredictionItem({ item, brief = false }: { item: TrackRecordItem; brief?: boolean }) {
  const { scenario, probability } = item;
  return (
    <li class="prediction">
      <KindMark kind={scenario.kind} />
      <div>
        <p class="prediction-statement">
          {scenario.premise && <span class="premise">If {scenario.premise}: </span>}
          <a href={scenarioLink(scenario.id)}>{scenario.statement}</a>
        </p>
        <p class="prediction-facts">
          <Outcome {...item} />
          {item.brierScore !== null && <span>squared gap {decimal(item.brierScore, 2)}</span>}
          {brief ? (
            <span>
              <Who {...item} />
            </span>
          ) : (
            <>
              <span>
                {KIND_WORDS[scenario.kind]}, {TERM_WORDS[scenario.term]}
              </span>
              <span>{scenario.topic.title}</span>
            </>
          )}
        </p>
      </div>
      <p class="prediction-said">
        {probability === null ? (
          <span class="none">no standing forecast</span>
        ) : (
          <>
            <b>{saidPercent(probability)}</b> {!brief && <Who {...item} />}
          </>
        )}
      </p>
    </li>
  );
}

function Who({ forecaster, statedAt, archival }: TrackRecordItem) {
  return (
    <>
      {forecaster.name}
      {statedAt && (
        <>
          , <time dateTime={statedAt}>{day(statedAt)}</time>
        </>
      )}
      {archival && (
        <>
          {' '}
          <em class="archival">archival</em>
        </>
      )}
    </>
  );
}

function Outcome({ outcome, outcomeOn, annulment, lateOn, scenario, statedAt }: TrackRecordItem) {
  if (outcome === null) return <span>deadline {day(scenario.deadline)}</span>;
  if (outcome === 'annulled')
    return (
      <span>
        <b>{OUTCOME_WORDS.annulled}</b>
        {annulment && `: ${ANNULMENT_WORDS[annulment]}`}
      </span>
    );
  const ahead = statedAt && outcomeOn ? daysBetween(statedAt, outcomeOn) : 0;
  return (
    <span>
      <b>{OUTCOME_WORDS[outcome]}</b>
      {outcomeOn && `, ${day(outcomeOn)}`}
      {ahead > 0 && `, ${count(ahead, 'day')} after it was said`}
      {lateOn && ` (${lateInWords(scenario.deadline, lateOn)})`}
    </span>
  );
}
