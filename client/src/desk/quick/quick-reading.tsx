import { saidPercent } from '../../words.js';
import type { Api } from '../api.js';
import { type DeskAccount, mayActAs } from '../desk-pages.js';
import { EdgeCases } from './edge-cases.js';
import { MarkedStatement } from './marked-statement.js';
import { type Choice, QuickChips } from './quick-chips.js';
import type { Chosen, QuickDraft, Reading } from './quick-draft.js';

export interface QuickReadingProps {
  /** tells these fields from those of other forecasts on the page */
  of: string;
  draft: QuickDraft;
  reading: Reading;
  /** null before it is known */
  similar: Api['SimilarScenarios'] | null;
  account: DeskAccount;
  topics: readonly Choice[];
  forecasters: readonly Choice[];
  change: (part: Partial<QuickDraft>) => void;
  showsCases: boolean;
  toggleCases: () => void;
}

/** What was read in a line: what is in doubt, each piece to be changed, what makes it hard to judge, what is like it. */
export function QuickReading(props: QuickReadingProps) {
  const { of, draft, reading, similar, account, topics, forecasters, change } = props;
  const choose = (chosen: Partial<Chosen>) => change({ chosen: { ...draft.chosen, ...chosen } });
  const doubt = draft.chosen.probability === undefined ? reading.probabilityDoubt : null;
  return (
    <>
      {doubt && (
        <p class="quick-doubt">
          {`${doubt.question} `}
          {doubt.candidates.map((one) => (
            <button key={one} type="button" onClick={() => choose({ probability: one })}>
              {saidPercent(one)}
            </button>
          ))}
        </p>
      )}
      {reading.topicDoubt && (
        <p class="quick-doubt">
          {`“#${reading.topicDoubt.text}”: `}
          {reading.topicDoubt.candidates.length === 0 && 'no topic is called like it; choose one below. '}
          {reading.topicDoubt.candidates.map(({ slug, title }) => (
            <button key={slug} type="button" onClick={() => choose({ topic: slug })}>
              {title}
            </button>
          ))}
        </p>
      )}
      <QuickChips
        {...{ of, draft, reading, topics, forecasters, choose }}
        mayStateEarlier={mayActAs(account, 'editor')}
      />
      <MarkedStatement
        statement={reading.statement}
        marks={reading.marks}
        onFix={(statement) => choose({ statement })}
      />
      {similar && similar.items.length > 0 && <OnRecord similar={similar} />}
      <EdgeCases
        {...{ of, draft, change }}
        cases={reading.edgeCases}
        isOpen={props.showsCases}
        toggle={props.toggleCases}
      />
    </>
  );
}

const OnRecord = ({ similar }: { similar: Api['SimilarScenarios'] }) => (
  <section class="quick-similar">
    <h3>On record already?</h3>
    <ul>
      {similar.items.map(({ scenario, same }) => (
        <li key={scenario.id}>
          <a href={`/scenarios/${scenario.id}`} target="_blank" rel="noopener">
            {scenario.statement}
          </a>
          {same ? ' reads as the same claim' : ' is alike'}
        </li>
      ))}
    </ul>
    {similar.compared < similar.open && (
      <p>{`Compared with the latest ${similar.compared} of ${similar.open} open scenarios.`}</p>
    )}
  </section>
);
