import type { Scenario, ScenarioLink } from '../data.js';
import { scenarioLink } from '../links.js';

const RELATION_WORDS: Record<ScenarioLink['relation'], Partial<Record<ScenarioLink['direction'], string>>> = {
  excludes: { both: 'Cannot come true together with' },
  implies: { outgoing: 'Where this comes true, so does', incoming: 'Comes true where this does:' },
  overlaps: { both: 'Speaks in part of the same as' },
  leadsTo: { outgoing: 'Makes likelier:', incoming: 'Made likelier by' },
  duplicateOf: { outgoing: 'Repeats', incoming: 'Repeated by' },
};

/** What other predictions have to do with this one, and where what was said does not go together. */
export function LinksSection({ links }: Pick<Scenario, 'links'>) {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links">
      <h2 id="links">Linked predictions</h2>
      <ul class="links">
        {links.map((link) => (
          <Linked key={link.id} {...link} />
        ))}
      </ul>
    </section>
  );
}

function Linked({ relation, direction, scenario, note, incoherence }: ScenarioLink) {
  return (
    <li>
      {RELATION_WORDS[relation][direction]} <a href={scenarioLink(scenario.id)}>{scenario.statement}</a>{' '}
      <span class="tag">{scenario.state}</span>
      {note && <p>{note}</p>}
      {incoherence?.warnings.map(({ message }) => (
        <p class="warning" key={message}>
          Does not go together: {message}
        </p>
      ))}
      {incoherence?.notCompared && <p class="note">What was said is {incoherence.notCompared.message}.</p>}
    </li>
  );
}
