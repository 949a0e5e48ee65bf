import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  no,
  occurred,
  open,
  opportunity,
  overdue,
  risk,
  seen,
  yes,
} from '../writing.js';

const TRANSIT = 'Transit';

export const satellitesLate: readonly BriefingSource[] = [
  {
    ref: 'satellites-4',
    day: -255,
    headline: 'A fishing village sues for eleven minutes',
    standfirst:
      'The longest gap in Skeinwork’s service fell on a storm, a harbour without masts and a boat called Prudence.',
    category: 'Legal',
    status: 'Developing',
    takeaway: 'Orbel’s average was excellent; the case is about the exception.',
    body: [
      'The co-operative of Sallow Bay asks for 1.2 million. Its boat Prudence called for help during a gap of eleven minutes and was lost; the crew of three swam.',
      'Orbel’s terms exclude liability for gaps under fifteen minutes. A judge in Ansbrough will say whether they may.',
    ],
    scenarios: [
      risk(
        'short',
        0.42,
        'The court will strike out the exclusion for gaps under fifteen minutes.',
        absent('The judge called it unattractive and valid.'),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.33,
              because: 'Courts here strike out what is hidden, and this clause is printed in red.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.54,
        'Orbel will pay Sallow Bay something without a judgment.',
        occurred(73, 'Orbel gives Sallow Bay a boat', [
          TRANSIT,
          'The “Second Prudence” is worth 400,000 and admits nothing.',
        ]),
        {
          criteria: seen(
            'Money or goods from Orbel to the co-operative, confirmed by one of the two.',
            yes('A gift without admission'),
            no('Costs of the proceedings'),
          ),
          withdrawn: {
            by: 'desk',
            after: 50,
            reason:
              'One of our editors is related to a member of the crew; the desk steps back from this one.',
          },
        },
      ),
      consequence(
        'short',
        0.12,
        'At least five other communities will sue Orbel over gaps in service.',
        absent('Two did.'),
      ),
    ],
    edition: { number: 12, title: 'Eleven minutes' },
    source: 'Transit',
  },
  {
    ref: 'satellites-5',
    day: -146,
    headline: 'Orbel sends up sixty replacements, with a switch',
    standfirst:
      'The first launch since the failure carries satellites that can be turned by hand, so to speak, from the ground.',
    category: 'Technology',
    status: 'Developing',
    takeaway: 'The switch is the apology; the launch is the business.',
    body: [
      'Sixty satellites left the pad at Cape Sorrow in the night of {-1}. Each has a second receiver that listens only for one command.',
      'The Board has licensed sixty and no more until it has seen them obey. A test is to be held before the next launch.',
    ],
    scenarios: [
      risk(
        'short',
        0.3,
        'More than three of the sixty will fail before they reach their orbit.',
        absent('Two failed.'),
        {
          said: [
            {
              by: 'plumb-3',
              after: 0,
              probability: 0.2125,
              because:
                'Loss on the way up was 1.8 per cent over the last nine hundred; four of sixty would be 6.7.',
            },
          ],
        },
      ),
      opportunity('short', 0.66, 'The Board will license a second launch.', overdue(), {
        said: [{ by: 'maud-tessaly', after: 5, probability: 0.6 }],
      }),
      consequence(
        'short',
        0.59,
        'A further batch of Orbel’s replacements will be approved by the regulator for flight.',
        annulled('duplicate', 47, 'The same question as the one about the second launch, in other words.', {
          duplicateOf: 'satellites-5/1',
        }),
      ),
      consequence(
        'short',
        0.87,
        'Skeinwork’s number of subscribers will be higher at the quarter’s end than before the failure.',
        absent('The report shows 9.0 million, against 9.1 before the failure.'),
      ),
    ],
    edition: { number: 17, title: 'Sixty, and a switch' },
    source: 'Transit / Ansbrough Financial',
    perspectives: [
      [
        'Spectrum & Orbits Board',
        'The chair, Fenna Marrable, said on {-1} that a switch is a fine thing and that she would like to see it thrown.',
      ],
    ],
  },
  {
    ref: 'satellites-6',
    day: -9,
    headline: 'A buyer from the ground',
    standfirst:
      'The mast company Pole & Line offers 3.6 billion for Orbel, and says that it has always liked the sky.',
    category: 'Finance',
    status: 'Developing',
    takeaway: 'The offer is for the subscribers; the satellites come with them.',
    body: [
      'Pole & Line’s letter reached Orbel’s board on {-1}. It values the shares at a third above their last price and is good for six weeks.',
      'Orbel’s founder, who holds 19 per cent, is said to be on a boat and out of reach, in Sallow Bay of all places.',
    ],
    scenarios: [
      risk('short', 0.48, 'The competition office will open an examination of the offer.', open, {
        said: [
          {
            by: 'ilse-corvane',
            after: 1,
            probability: 0.71,
            because:
              'Together they would serve seven in ten rural lines. The office has examined mergers of half that size.',
          },
        ],
      }),
      opportunity(
        'short',
        0.56,
        'Orbel’s board will recommend an offer by Pole & Line to its shareholders.',
        open,
        {
          criteria: seen(
            'A recommendation published on the exchange.',
            yes('A recommendation of a raised offer'),
            no('A statement that the board is in talks'),
          ),
        },
      ),
      consequence(
        'long',
        0.37,
        'the tariff for calls by satellite will be no higher than the one by mast.',
        open,
        { premise: 'the purchase is completed' },
      ),
    ],
    edition: { number: 22, title: 'A third above the last price' },
    source: 'Ansbrough Financial',
  },
];
