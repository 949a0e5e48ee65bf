import { MethodRecord } from '../components/method-record.js';
import { MethodScores } from '../components/method-scores.js';
import { Shell } from '../components/shell.js';
import { WorkedExample } from '../components/worked-example.js';
import type { MethodPageData } from '../page-data.js';

const PARTS: readonly (readonly [anchor: string, words: string])[] = [
  ['record', 'What goes on record'],
  ['judging', 'How an outcome is judged'],
  ['counts', 'Which forecast counts'],
  ['score', 'The score'],
  ['diagram', 'The diagram'],
  ['luck', 'Luck'],
  ['example', 'Worked through on this record'],
];

/** How the record is kept and scored, for a reader in a hurry. */
export function MethodPage({ site, example }: MethodPageData) {
  const parts = PARTS.filter(([anchor]) => anchor !== 'example' || example !== null);
  return (
    <Shell site={site} here="method">
      <article class="prose">
        <h1>How this works</h1>
        <p class="verdict">
          Somebody says how probable something is. We write it down, wait, look at what happened, and publish
          how well the probabilities held up, misses and all.
        </p>
        <nav aria-label="On this page">
          <ul class="contents">
            {parts.map(([anchor, words]) => (
              <li key={anchor}>
                <a href={`#${anchor}`}>{words}</a>
              </li>
            ))}
          </ul>
        </nav>
        <MethodRecord />
        <MethodScores />
        {example && <WorkedExample {...example} />}
      </article>
    </Shell>
  );
}
