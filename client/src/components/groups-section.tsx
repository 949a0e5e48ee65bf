import type { Group, Kind } from '../data.js';
import { addressOf, filtersOf } from '../links.js';
import type { Asked, Filters, Grouping } from '../page-data.js';
import {
  errorWithLuck,
  groupInWords,
  groupName,
  GROUPING_WORDS,
  month,
  verdictInWords,
} from '../record-words.js';
import { decimal, KIND_WORDS, percent, TERM_WORDS } from '../words.js';
import { isDrawn } from './record-lead.js';
import { SmallDiagram } from './small-diagram.js';

interface GroupsSectionProps extends Pick<Asked, 'query' | 'choices'> {
  by: Grouping;
  groups: readonly Group[];
}

/** A page draws so many small pictures; what is beyond stands in the table alone. */
const DRAWN = 36;

/** The parts of a selection side by side: small pictures on one scale, and a table of their figures. */
export function GroupsSection({ by, groups, query, choices }: GroupsSectionProps) {
  const missing = missingFrom(by, groups, { query, choices });
  const drawn = groups.filter(({ report }) => isDrawn(report));
  const linkTo = (group: Group) => addressOf('/calibration', filtersOf(query), narrower(by, group, query));
  return (
    <section aria-labelledby={`by-${by}`} class="groups">
      <h2 id={`by-${by}`}>By {GROUPING_WORDS[by]}</h2>
      {groups.length === 0 ? (
        <p class="none">No prediction of this selection has been scored yet.</p>
      ) : (
        <>
          {drawn.length > 0 && (
            <ul class="multiples">
              {drawn.slice(0, DRAWN).map((group) => {
                const name = groupName(by, group);
                return (
                  <li key={group.key}>
                    <h3>
                      <a href={linkTo(group)}>{name}</a>
                    </h3>
                    <SmallDiagram
                      report={group.report}
                      label={`Reliability diagram. ${groupInWords(name, group.report)} The table below holds its figures.`}
                      kind={by === 'kind' ? (group.key as Kind) : (query.kind ?? null)}
                    />
                  </li>
                );
              })}
            </ul>
          )}
          {drawn.length > DRAWN && (
            <p class="note">
              {DRAWN} of {drawn.length} are drawn; the table has them all.
            </p>
          )}
          <GroupsTable by={by} groups={groups} linkTo={linkTo} />
        </>
      )}
      {missing.length > 0 && groups.length > 0 && (
        <p class="note">Nothing scored yet, so not shown: {missing.join(', ')}.</p>
      )}
    </section>
  );
}

interface GroupsTableProps {
  by: Grouping;
  groups: readonly Group[];
  linkTo: (group: Group) => string;
}

function GroupsTable({ by, groups, linkTo }: GroupsTableProps) {
  const words = GROUPING_WORDS[by];
  return (
    <div class="scroll" role="region" aria-label={`Table of the figures by ${words}`} tabIndex={0}>
      <table class="numbers groups-table">
        <caption>
          Squared gap: 0 is perfect. Better than base rate: above 0 is better than always quoting it.
          Calibration error: how far what was said lay from what happened, beside what luck alone would give
          in 95 of 100 cases.
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.charAt(0).toUpperCase() + words.slice(1)}</th>
            <th scope="col">Scored</th>
            <th scope="col">Happened</th>
            <th scope="col">Squared gap</th>
            <th scope="col">Better than base rate</th>
            <th scope="col">Calibration error</th>
            <th scope="col" class="words">
              In short
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const { n, baseRate, brierScore, brierSkillScore } = group.report;
            return (
              <tr key={group.key}>
                <th scope="row">
                  <a href={linkTo(group)}>{groupName(by, group)}</a>
                </th>
                <td>{n}</td>
                <td>{orMissing(baseRate, percent)}</td>
                <td>{orMissing(brierScore, decimal)}</td>
                <td>{orMissing(brierSkillScore, skillPercent)}</td>
                <td>{errorWithLuck(group.report) ?? <span class="none">not defined</span>}</td>
                <td class="words">{verdictInWords(group.report)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** @example skillPercent(-0.084) // => '−8 %' */
const skillPercent = (skill: number): string => percent(Math.round(skill * 100) / 100).replace('-', '−');

const orMissing = (value: number | null, words: (value: number) => string) =>
  value === null ? <span class="none">not defined</span> : words(value);

/** The filter that narrows a selection to one of its groups. */
function narrower(by: Grouping, { key }: Group, { from, to }: Filters): Filters {
  if (by !== 'month') return { [by]: key };
  const [year = 0, number = 1] = key.split('-').map(Number);
  const first = `${key}-01`;
  const last = `${key}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
  return { from: from && from > first ? from : first, to: to && to < last ? to : last };
}

/** What the selection has in principle and nothing was scored of: missing is shown as missing. */
function missingFrom(
  by: Grouping,
  groups: readonly Group[],
  { query, choices }: Pick<GroupsSectionProps, 'query' | 'choices'>,
): string[] {
  const there = new Set(groups.map(({ key }) => key));
  const absent = (all: readonly (readonly [key: string, name: string])[]) =>
    all.filter(([key]) => !there.has(key)).map(([, name]) => name);
  switch (by) {
    case 'kind':
      return query.kind ? [] : absent(Object.entries(KIND_WORDS));
    case 'term':
      return query.term ? [] : absent(Object.entries(TERM_WORDS));
    case 'topic':
      return query.topic ? [] : absent(choices.topics.map(({ slug, title }) => [slug, title]));
    case 'forecaster':
      return query.forecaster ? [] : absent(choices.forecasters.map(({ slug, name }) => [slug, name]));
    case 'month':
      return monthsBetween(groups).map(month);
  }
}

/** The months between the first and the last in which nothing was settled. */
function monthsBetween(groups: readonly Group[]): string[] {
  const keys = groups.map(({ key }) => key).sort();
  const [first, last] = [keys[0], keys.at(-1)];
  if (!first || !last) return [];
  const there = new Set(keys);
  const missing: string[] = [];
  const at = new Date(`${first}-01T00:00:00Z`);
  for (let key = first; key < last; key = at.toISOString().slice(0, 7)) {
    if (!there.has(key)) missing.push(key);
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return missing;
}
