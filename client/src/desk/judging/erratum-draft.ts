/** Which fields may hold a slip, and what is sent to correct one. Pure. */
import type { Forecast } from '../../data.js';
import { day, saidPercent } from '../../words.js';
import type { Api } from '../api.js';
import { readPercent } from '../percent.js';
import type { BlindRecord } from './record.js';

type Briefing = Pick<
  Api['BriefingView'],
  'id' | 'version' | 'headline' | 'standfirst' | 'takeaway' | 'edition'
>;

/** One field that has errata. */
export interface Slip {
  /** below the API's prefix */
  path: string;
  /** of what holds it, as it was read */
  version: number;
  field: string;
  label: string;
  /** what stands there, as the form takes it */
  now: string;
  input: 'words' | 'day' | 'percent' | 'instant' | 'kind' | 'term' | 'topic' | 'question';
  /** the version of the criteria that is meant */
  criteriaVersion?: number;
}

/**
 * Every field on the page of a prediction that has errata. Deadline and probability of a scenario never move.
 *
 * @param forecasts null while they are hidden: then they have no slips to see
 */
export function slipsOf(
  record: BlindRecord,
  forecasts: readonly Forecast[] | null,
  briefing: Briefing | null,
): Slip[] {
  const scenario = `scenarios/${record.id}/errata`;
  const own = (field: string, now: string | null, input: Slip['input']): Slip => ({
    ...{
      path: scenario,
      version: record.version,
      field,
      label: `Prediction: ${field}`,
      now: now ?? '',
      input,
    },
  });
  const events = new Map(record.evidence.map(({ event }) => [event.id, event]));
  return [
    own('statement', record.statement, 'words'),
    own('premise', record.premise, 'words'),
    own('kind', record.kind, 'kind'),
    own('term', record.term, 'term'),
    own('topic', record.topic.slug, 'topic'),
    ...record.criteriaVersions
      .filter(({ change }) => change === 'changed')
      .map(({ version }): Slip => ({
        ...own('criteriaChange', 'clarified', 'question'),
        label: `Prediction: version ${version} of the criteria was no other question`,
        criteriaVersion: version,
      })),
    ...(forecasts ?? []).flatMap((one): Slip[] => {
      const path = `forecasts/${one.id}/errata`;
      const label = `Forecast of ${one.forecaster.name}, ${saidPercent(one.probability)}, ${day(one.statedAt)}`;
      const percent = String(Number((one.probability * 100).toFixed(4)));
      const { version } = record;
      const stated = { path, version, field: 'statedAt', label: `${label}: when it was stated (UTC)` };
      return [
        {
          path,
          version,
          field: 'probability',
          label: `${label}: probability, %`,
          now: percent,
          input: 'percent',
        },
        ...(one.archival ? [{ ...stated, now: one.statedAt.slice(0, 16), input: 'instant' as const }] : []),
      ];
    }),
    ...[...events.values()].flatMap((event): Slip[] => {
      const path = `events/${event.id}/errata`;
      const { version } = event;
      const label = (what: string) => `Event “${event.headline}”: ${what}`;
      return [
        { path, version, field: 'headline', label: label('headline'), now: event.headline, input: 'words' },
        { path, version, field: 'occurredOn', label: label('day'), now: event.occurredOn, input: 'day' },
        {
          path,
          version,
          field: 'summary',
          label: label('summary'),
          now: event.summary ?? '',
          input: 'words',
        },
        {
          ...{ path, version, field: 'attribution', label: label('on whose word its figures rest') },
          ...{ now: event.attribution ?? '', input: 'words' },
        },
      ];
    }),
    ...(briefing === null ? [] : briefingSlips(briefing)),
  ];
}

const briefingSlips = (briefing: Briefing): Slip[] =>
  (['headline', 'standfirst', 'takeaway', 'edition'] as const).map((field) => ({
    ...{
      path: `briefings/${briefing.id}/errata`,
      version: briefing.version,
      field,
      label: `Briefing: ${field}`,
    },
    ...{ now: briefing[field] ?? '', input: 'words' },
  }));

/** What was meant, as the API takes it; or what is wrong with it, in words. */
export function meantBy({ input }: Slip, text: string): { value: string | number } | { wrong: string } {
  if (input !== 'percent') {
    if (text.trim() === '') return { wrong: 'Say what was meant.' };
    return { value: input === 'instant' ? `${text.slice(0, 16)}:00.000Z` : text.trim() };
  }
  const { probability, question = '' } = readPercent(text);
  return probability === null ? { wrong: question } : { value: probability };
}
