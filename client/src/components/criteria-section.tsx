import type { Criteria, Scenario } from '../data.js';
import { instant } from '../words.js';

const TESTABILITY = {
  observable: 'The criteria name what must be seen, and where.',
  judged: 'An editor will have to interpret what is seen.',
  untested: 'Nobody has yet checked whether this can be judged.',
} as const satisfies Record<Scenario['testability'], string>;

/** What would have to be seen, in all versions. */
export function CriteriaSection({ scenario }: { scenario: Scenario }) {
  const { criteria, criteriaVersions } = scenario;
  const earlier = criteriaVersions.filter((version) => version.version !== criteria?.version).reverse();
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">What counts as happening</h2>
      {criteria ? (
        <>
          <CriteriaText criteria={criteria} />
          <p class="note">
            {versionInWords(criteria)}. {TESTABILITY[scenario.testability]}
          </p>
        </>
      ) : (
        <p class="none">No criteria are on record. {TESTABILITY[scenario.testability]}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>Earlier versions</summary>
          <ol class="history">
            {earlier.map((version) => (
              <li key={version.version}>
                <p class="note">{versionInWords(version)}</p>
                <CriteriaText criteria={version} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function versionInWords({ version, recordedAt, change, late }: Criteria): string {
  const what = {
    initial: '',
    clarified: ': clarified, the same question',
    changed: ': a changed question, earlier forecasts ended',
  }[change];
  return `Version ${version}, ${instant(recordedAt)}${what}${late ? '; written when the outcome may have been known' : ''}`;
}

function CriteriaText({ criteria }: { criteria: Criteria }) {
  return (
    <>
      <p>{criteria.text}</p>
      {criteria.edgeCases.length > 0 && (
        <table class="edge-cases">
          <caption>Edge cases</caption>
          <thead>
            <tr>
              <th scope="col">If this is seen</th>
              <th scope="col">it counts</th>
            </tr>
          </thead>
          <tbody>
            {criteria.edgeCases.map((edge) => (
              <tr key={edge.case}>
                <th scope="row">{edge.case}</th>
                <td>{edge.counts ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
