import { appended, type Rule, whole } from '../rule.js';

/** Outlets, authorities, statistics, and the words that send one to look something up. */
const SOURCES = [
  /\b(?:according to|reports?|reported|publish(?:es|ed)|announces?|announced|declares?|declared|records?|recorded|data|statistics|statistical|figures?|gazette|census|official(?:ly)?|press release|statement by|website|settles|register|bulletin|ruling|index|poll(?:s|ing)?|survey)\b/i,
  /\b(?:Reuters|Associated Press|AP|AFP|BBC|Bloomberg|CNN|Al Jazeera|Financial Times|New York Times|Guardian|Le Monde|Spiegel|Xinhua|TASS|Interfax|Kyodo|Nikkei|El País|Tagesschau|dpa|ANSA|Anadolu|Platts|Argus|Lloyd['’]s List|Kpler|Gazette)\b/,
  /\b(?:Eurostat|NASA|NOAA|WHO|IMF|IAEA|OPEC|OECD|ECB|FIFA|UEFA|USGS|UNHCR|ESA|FAO|IEA|EIA|ENTSO-E|World Bank|Federal Reserve|Bundesbank|Bank of [A-Z]\w+|[A-Z]\w+ National Bank|United Nations|European Union|European Commission)\b/,
  /\b(?:central bank|(?:supreme |constitutional |high |appeals? )?court|commission|ministry|authority|tribunal|prosecutors?|police|treasury|watchdog|ombudsman|regulator|inspectorate|electoral commission|port authority|met office|weather service|stock exchange)\b/i,
  /\b(?:Reserve Bank|Central Bank|Court|Commission|Ministry|Authority|Agency|Office|Bureau|Institute|Organi[sz]ation|Committee|Senate|Congress|House of \w+|Parliament|Assembly|Council|Survey|Exchange|Observatory|Federation)\b/,
];

/** Nobody named whose word, paper or figure would show it. */
export const noSource: Rule[] = [
  {
    code: 'no_source',
    find: whole(({ text, context }) => {
      const words = `${text}\n${context.criteria ?? ''}`;
      return !SOURCES.some((source) => source.test(words));
    }),
    reason: () =>
      'Nothing names where one would see it: an outlet, an authority, a statistic, a gazette. Name one here or in the criteria.',
    fix: (_, reading) => appended(reading, ', according to [which source?]'),
    examples: [
      ['Mali leaves the bloc.', ''],
      ['Wolves kill 100 sheep in Valais.', ''],
    ],
    nearMisses: [
      'Mali leaves the bloc, according to Reuters.',
      'The Bank of Ghana cuts its rate.',
      'Eurostat publishes inflation below 2 %.',
    ],
  },
];
