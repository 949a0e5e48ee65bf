import type { TrackRecordItem } from '../data.js';
import { scenarioLink } from '../links.js';
import {
  count,
  day,
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
        {probability !== null && (
          <>
            <b>{saidPercent(probability)}</b> {!brief && <Who {...item} />}
          </>
        )}
      </p>
    </li>
  );
}

function Who({ forecaster, archival }: TrackRecordItem) {
  return (
    <>
      {forecaster?.name ?? 'a person'}
      {archival && (
        <>
          {' '}
          <em class="archival">archival</em>
        </>
      )}
    </>
  );
}

function Outcome({ outcome, outcomeOn, lateOn, scenario, leadDays }: TrackRecordItem) {
  if (outcome === null) return <span>deadline {day(scenario.deadline)}</span>;
  const after = leadDays !== null && leadDays > 0 && outcome !== 'annulled';
  return (
    <span>
      <b>{OUTCOME_WORDS[outcome]}</b>
      {outcomeOn && `, ${day(outcomeOn)}`}
      {after && `, ${count(leadDays, 'day')} after it was said`}
      {lateOn && ` (${lateInWords(scenario.deadline, lateOn)})`}
    </span>
  );
}
