/** A row on record, in words. Pure. */
import type { Api } from '../api.js';

type Item = Api['HistoryItem'];

const KIND: Readonly<Record<Item['kind'], string>> = {
  ...{ logged: 'Put on record', criteria: 'Criteria', testability: 'How it can be judged' },
  ...{ forecast: 'Forecast', withdrawal: 'Forecast withdrawn', evidence: 'Evidence linked' },
  ...{ standing: 'Standing of an event', resolution: 'Resolution', referral: 'Sent to the queue, or off it' },
  ...{ reread: 'Judged again, blind', deferral: 'Deferred', erratum: 'Erratum', publication: 'Publication' },
  ...{ showing: 'Forecasts shown before judging', link: 'Link to another prediction' },
  ...{ link_ended: 'Link ended', edition: 'In a later edition' },
};

/** @example historyInWords({ kind: 'evidence', says: ['settles', 'statement'], about: 'The port closed', … }) */
export function historyInWords({ kind, says, about }: Pick<Item, 'kind' | 'says' | 'about'>): string {
  const said = says.map((one) => one.replaceAll('_', ' ')).join(', ');
  return [KIND[kind], said, about && `“${about}”`].filter(Boolean).join(' · ');
}
