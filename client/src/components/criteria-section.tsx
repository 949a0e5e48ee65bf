import type { Criteria, Scenario } from '../data.js';
import { TESTABILITY_WORDS, testabilityInWords } from '../ground-words.js';
import { instant } from '../words.js';

/** What would have to be seen, in all versions, of the statement and of its “if”; and who says that it can be judged. */
export function CriteriaSection({ scenario }: { scenario: Scenario }) {
  const { criteria, criteriaVersions, premise, premiseCriteria, premiseCriteriaVersions } = scenario;
  const testability = TESTABILITY_WORDS[scenario.testability];
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">What counts as happening</h2>
      {criteria ? (
        <>
          <CriteriaText criteria={criteria} />
          <p class="note">
            {versionInWords(criteria)}. {testability}
          </p>
        </>
      ) : (
        <p class="none">No criteria are on record. {testability}</p>
      )}
      {scenario.testabilities.length > 0 && <p class="note">{testabilityInWords(scenario)}</p>}
      <Earlier versions={criteriaVersions} />
      {premise && premiseCriteria && (
        <>
          <h3>What counts as the “if” holding</h3>
          <CriteriaText criteria={premiseCriteria} />
          <p class="note">{versionInWords(premiseCriteria)}.</p>
          <Earlier versions={premiseCriteriaVersions} />
        </>
      )}
    </section>
  );
}

function Earlier({ versions }: { versions: readonly Criteria[] }) {
  const earlier = versions.slice(0, -1).reverse();
  if (earlier.length === 0) return null;
  return (
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
