import { addDays, type Day } from '../src/days.js';

/**
 * What is measured: forecasts of 1,000 forecasters in 100 topics, whose outcomes lie in the 60 months up to a last day.
 * The same size and last day always give the same record.
 */
export interface World {
  /** Forecasters × scenarios that count in the report of everything, give or take some per cent. */
  size: number;
  endOn: Day;
  /** Open scenarios with a forecast by every forecaster, to be resolved by the benchmark. */
  crowds: number;
  /** Open scenarios with three forecasters, likewise. */
  trios: number;
}

export const FORECASTERS = 1000;
export const TOPICS = 100;
export const MONTHS = 60;
export const TERM_DAYS = { short: 90, medium: 365, long: 1095 } as const;

/** Who logs live forecasts, who logs archival ones, and who resolves. */
export const ACCOUNTS = { analyst: 'Bench analyst', editor: 'Bench editor', judge: 'Bench judge' } as const;

/** The first day of the 60 months. */
export const firstDay = ({ endOn }: World): Day => addDays(endOn, -Math.round(MONTHS * 30.4375));

/** The instant at which the record stands, when nothing more will be added to it. */
export const endOf = ({ endOn }: World): string => `${endOn}T21:00:00.000Z`;

const ZONES = ['UTC', 'UTC', 'UTC', 'Europe/Berlin', 'America/New_York'] as const;

/** One topic in ten keeps what is logged in it to the desk. */
export const topicOf = (index: number) => ({
  slug: `topic-${index}`,
  title: `Topic ${index}`,
  zone: ZONES[index % ZONES.length]!,
  publishes: index % 10 === 9 ? ('desk' as const) : ('at_once' as const),
  ...{ shortDays: TERM_DAYS.short, mediumDays: TERM_DAYS.medium, longDays: TERM_DAYS.long },
});

/** Every other forecaster is shown to the public. */
export const forecasterOf = (index: number) => ({
  slug: `forecaster-${index}`,
  name: `Forecaster ${index}`,
  kind: index % 20 === 0 ? ('model' as const) : ('person' as const),
  public: index % 2 === 0,
});
