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
  const { scenario, forecaster, probability, statedAt } = item;
  return (
    <li class="prediction">
      <KindMark kind={scenario.kind} />
      <div>
        <p class="prediction-statement">
          {scenario.premise && <span class="premise">If {scenario.premise}: </span>}
          <a href={scenarioLink(scenario.id)}>{scenario.statement}</a>
        </p>
        <p class="prediction-facts">
          <span class={`outcome outcome-${item.outcome ?? 'none'}`}>{outcomeOf(item)}</span>
          {item.brierScore !== null && <span>squared gap {decimal(item.brierScore, 2)}</span>}
          {!brief && (
            <span>
              {KIND_WORDS[scenario.kind]}, {TERM_WORDS[scenario.term]}
            </span>
          )}
          {!brief && <span>{scenario.topic.title}</span>}
        </p>
      </div>
      <p class="prediction-said">
        {probability === null ? (
          <span class="none">no standing forecast</span>
        ) : (
          <>
            <b>{saidPercent(probability)}</b>{' '}
            <span>
              {forecaster.name}
              {statedAt && (
                <>
                  , <time dateTime={statedAt}>{day(statedAt)}</time>
                </>
              )}
              {item.archival && <em class="archival"> archival</em>}
            </span>
          </>
        )}
      </p>
    </li>
  );
}

function outcomeOf({ outcome, outcomeOn, annulment, lateOn, scenario, statedAt }: TrackRecordItem): string {
  if (outcome === null) return `Deadline ${day(scenario.deadline)}`;
  const on = outcomeOn ? `, ${day(outcomeOn)}` : '';
  if (outcome === 'annulled') return `${OUTCOME_WORDS.annulled}${annulment ? `: ${ANNULMENT_WORDS[annulment]}` : on}`;
  const ahead = statedAt && outcomeOn ? daysBetween(statedAt, outcomeOn) : null;
  const after = ahead !== null && ahead > 0 ? `, ${count(ahead, 'day')} on` : '';
  const late = lateOn ? ` (${lateInWords(scenario.deadline, lateOn)})` : '';
  return `${OUTCOME_WORDS[outcome]}${on}${after}${late}`;
}
