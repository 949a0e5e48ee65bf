import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CriteriaSection } from '../../components/criteria-section.js';
import { EvidenceSection } from '../../components/evidence-section.js';
import type { Forecast } from '../../data.js';
import { day, KIND_WORDS, OUTCOME_WORDS, saidPercent, TERM_WORDS } from '../../words.js';
import { leftInWords, REASON_WORDS, RETURNED_WORDS } from './queue-words.js';
import { type BlindRecord, type QueueEntry, type Suggested, todayIn } from './record.js';

export interface QueueRowProps {
  entry: QueueEntry;
  isCurrent: boolean;
  isSelected: boolean;
  record: BlindRecord | null;
  shown: readonly Forecast[] | null;
  onGo: () => void;
  onSelect: () => void;
  onDismiss: (event: Suggested['event']) => void;
  /** the actions, and the form that is open */
  children: ComponentChildren;
}

/** One entry: a line, and where one is, all that one judges by. Never what was forecast, unless asked for. */
export function QueueRow(props: QueueRowProps) {
  const { entry, isCurrent, isSelected, record, shown, children } = props;
  const { scenario, reason } = entry;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isCurrent) heading.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li class={`entry${isCurrent ? ' entry-current' : ''}`} aria-current={isCurrent || undefined}>
      <div class="entry-head">
        <input
          type="checkbox"
          aria-label={`Select: ${scenario.statement}`}
          checked={isSelected}
          onChange={props.onSelect}
        />
        <div>
          <p class="note">
            <span class={`tag tag-${reason}`}>{REASON_WORDS[reason] ?? reason}</span>
            {` ${KIND_WORDS[scenario.kind]}, ${TERM_WORDS[scenario.term]} · ${scenario.topic.title} · by ${day(scenario.deadline)}, `}
            {leftInWords(scenario.deadline, todayIn(scenario.zone))}
          </p>
          <h2 ref={heading} tabIndex={-1} data-entry={scenario.id}>
            {isCurrent ? (
              scenario.statement
            ) : (
              <button type="button" class="entry-open" onClick={props.onGo}>
                {scenario.statement}
              </button>
            )}
          </h2>
        </div>
      </div>
      {isCurrent && (
        <div class="entry-body">
          {scenario.premise && (
            <p>
              Only if: <strong>{scenario.premise}</strong>
            </p>
          )}
          <Notes entry={entry} />
          <div class="side-by-side">
            <div>
              <p class="question">Did it happen?</p>
              {children}
            </div>
            <div class="grounds">
              {record ? <CriteriaSection scenario={record} /> : <p class="none">Reading …</p>}
              <SuggestedEvents suggested={entry.suggested ?? []} onDismiss={props.onDismiss} />
              {record && <EvidenceSection evidence={record.evidence} />}
              {shown && <Shown forecasts={shown} />}
            </div>
          </div>
        </div>
      )}
    </li>
  );
}

function Notes({ entry }: { entry: QueueEntry }) {
  const { returned, deferral, rereads } = entry;
  return (
    <>
      {returned && <p class="desk-notice">{RETURNED_WORDS[(returned as { cause: string }).cause]}</p>}
      {rereads.map((one) => (
        <p key={one.recordedAt} class="desk-notice">
          {`${one.readBy}, who judged it again without knowing the outcome, came to another: ${OUTCOME_WORDS[one.outcome].toLowerCase()}.`}
          {one.note && ` ${one.note}`}
        </p>
      ))}
      {deferral && <p class="desk-notice">{`Deferred until ${day(deferral.until)}: ${deferral.reason}`}</p>}
    </>
  );
}

function SuggestedEvents(props: {
  suggested: readonly Suggested[];
  onDismiss: (event: Suggested['event']) => void;
}) {
  if (props.suggested.length === 0) return null;
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">Events that look like it</h2>
      <ul>
        {props.suggested.map(({ event, why }) => (
          <li key={event.id}>
            <strong>{event.headline}</strong> {`${day(event.occurredOn)}. Why: ${why.join(', ')}.`}{' '}
            <button type="button" class="quiet" onClick={() => props.onDismiss(event)}>
              Not about this
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was forecast, once it was asked for. */
export function Shown({ forecasts }: { forecasts: readonly Forecast[] }) {
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">Forecasts, as you asked to see them</h2>
      <p class="note">That they were shown to you is on record, and your resolution will say so.</p>
      <ul>
        {forecasts.map((one) => (
          <li key={one.id}>
            {`${one.forecaster.name}: ${saidPercent(one.probability)}, ${day(one.statedAt)}`}
            {one.archival && ' (archival)'}
            {one.withdrawn && ' (withdrawn)'}
          </li>
        ))}
      </ul>
    </section>
  );
}
