import { saidPercent } from '../../words.js';
import { ChoiceChip } from '../quick/chip.js';
import type { Choice, Row, Standing } from './briefing-draft.js';

const CHOICES: readonly (readonly [Choice, string])[] = [
  ['revision', 'the same: the wording is of no account'],
  ['clarified', 'the same question, reworded'],
  ['changed', 'another question: a new scenario takes its place'],
  ['new', 'a new scenario; the one on record was dropped'],
];

export interface BesideProps {
  row: Row;
  standing: Standing | null;
  choice: Choice | undefined;
  /** editors answer */
  mayChoose: boolean;
  choose: (as: Choice) => void;
}

/** What is on record, beside what this text says. */
export function Beside({ row, standing, choice, mayChoose, choose }: BesideProps) {
  if (standing === null) return null;
  if (standing.as === 'unchanged') return <p>Unchanged: it is on record just so.</p>;
  if (standing.as === 'new') return <p>New in this edition.</p>;
  if (standing.as === 'revised')
    return (
      <p>
        {`New probability: ${standing.was === null ? 'none stood' : saidPercent(standing.was)} → ${saidPercent(row.probability)}.`}
      </p>
    );
  const { was, wasProbability, differs, suggests, statement, id } = standing.difference;
  return (
    <section>
      <div class="beside">
        <p>
          <strong>On record:</strong> {was} {wasProbability !== null && saidPercent(wasProbability)}
        </p>
        <p>
          <strong>This text:</strong> {statement} {saidPercent(row.probability)}
        </p>
      </div>
      {differs.length > 0 && (
        <ul>
          {differs.map((one, index) => (
            <li key={index}>{`${one.what}: ${one.was || 'nothing'} → ${one.now || 'nothing'}`}</li>
          ))}
        </ul>
      )}
      {mayChoose ? (
        <ChoiceChip
          wide
          {...{ id: `choice-${id}`, words: CHOICES, chosen: choice ?? null, choose }}
          label={`Reworded: what became of it? It looks ${suggests}.`}
        />
      ) : (
        <p>{`Reworded: it looks ${suggests}. An editor says what became of it.`}</p>
      )}
    </section>
  );
}
