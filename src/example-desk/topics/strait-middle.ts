import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  happening,
  impossible,
  judged,
  no,
  occurred,
  opportunity,
  overdue,
  risk,
  seen,
  yes,
} from '../writing.js';

const COURIER = 'Veldane Courier';
const WIRE = 'Kassary State Wire';

export const straitMiddle: readonly BriefingSource[] = [
  {
    ref: 'strait-4',
    day: -462,
    headline: 'Shots over the eastern bank',
    standfirst:
      'A Kassary patrol boat fired flares and then live rounds across the bow of a Veldane survey ship; nobody was hurt.',
    category: 'Conflict',
    status: 'Escalating',
    takeaway: 'The first shots were fired to miss, which is also how the second ones tend to be described.',
    body: [
      'The survey ship “Meridel” was taking soundings on the eastern bank on {-1} when the patrol boat ordered it to stop. It did not. Video from the bridge shows three flares and then a burst of tracer some 200 metres ahead.',
      'Both defence ministries published the same video within the hour, with opposite captions. The direct line between the two coastguards, set up nine years ago, was not used.',
    ],
    scenarios: [
      risk(
        'short',
        0.27,
        'At least one person will be killed in an encounter between vessels of the two states.',
        absent('One deckhand lost two fingers in a boarding.'),
        {
          criteria: seen(
            'A death confirmed by the government of the dead person’s flag.',
            no('A death by accident on board during an encounter'),
            yes('A death within the term from wounds received in it'),
          ),
          said: [
            {
              by: 'maud-tessaly',
              after: 1,
              probability: 0.3,
              because: 'Low base rate, but nobody is answering the telephone.',
            },
            {
              by: 'dorrin-hale',
              after: 1,
              probability: 0.6,
              because: 'Tracer over a bow is how these things begin. They are one bad gunner away.',
            },
            {
              by: 'dorrin-hale',
              after: 41,
              probability: 0.35,
              because: 'Six weeks and nothing. I was early, or wrong.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.66,
        'The two coastguards will announce that the direct line is tested at least weekly.',
        absent('The line is tested on the first Monday of the month.'),
      ),
      consequence(
        'medium',
        0.47,
        'The shots will be remembered in Lowmoor as the moment when patience ran out.',
        judged(
          absent(),
          'Judged not to have happened: the Courier’s anniversary pieces name the chart, not the shots, as the breaking point. An interpretation; the statement names no measure.',
        ),
      ),
      risk(
        'short',
        0.14,
        'Kassary will close the eastern channel to all ships under Veldane’s flag.',
        impossible(
          38,
          'Kassary guarantees passage to every flag until the panel has ruled',
          [WIRE, 'Passage is guaranteed to ships of every flag until the panel has ruled.'],
          'The guarantee is law in Kassary and runs beyond the deadline; a closure would need a vote that the assembly cannot hold in its recess.',
        ),
      ),
    ],
    edition: { number: 10, title: 'Tracer ahead of the “Meridel”; one video, two captions' },
    source: 'Harbour Gazette',
    perspectives: [
      [
        'Kassary',
        'The coastguard says the ship was warned nine times over forty minutes and that the burst was aimed at open water.',
      ],
      [
        'Fishing crews',
        'The co-operative at Lowmoor told its members on {-1} to stay west of the old line whatever their licence says.',
      ],
    ],
  },
  {
    ref: 'strait-5',
    day: -371,
    headline: 'Veldane votes for the harder line',
    standfirst: 'Oda Renwick’s Civic Bloc won 88 of 150 seats on a promise to bring the buoys home.',
    category: 'Politics',
    status: 'Confirmed',
    takeaway: 'Renwick has the majority she asked for and one fewer excuse.',
    body: [
      'The Civic Bloc gained nineteen seats in the vote of {-3}, most of them along the coast. Renwick takes the premiership and keeps the foreign ministry, which has not been done since the treaty.',
      'Her first decree raises the pay of the coastguard by 12 per cent. Her second asks the survey office for a chart of Veldane’s own.',
    ],
    scenarios: [
      risk(
        'short',
        0.68,
        'Veldane will publish a chart of its own that shows the strait’s border at the old buoys.',
        occurred(
          74,
          'Veldane prints its own chart of the strait',
          [COURIER, 'Sheet 14, first edition, on sale at the survey office for nine crowns.'],
          [WIRE, 'The so-called chart has no standing in law.'],
        ),
        {
          signs: [
            {
              event: happening(40, 'Survey office hires four cartographers', [COURIER]),
              bearing: 'supports',
            },
          ],
        },
      ),
      opportunity(
        'medium',
        0.42,
        'Renwick and Kassary’s president, Lev Ansgar, will meet in person.',
        overdue({
          after: 368,
          days: 40,
          reason:
            'A meeting at the Orm funeral is reported by one paper and denied by another; the guest list comes out next month.',
        }),
        {
          criteria: seen(
            'Both in one room for a talk that either office confirms.',
            no('A handshake at a ceremony'),
            yes('A talk in the margins of a conference, if an office confirms it'),
          ),
        },
      ),
      consequence(
        'medium',
        0.84,
        'Coastguard spending in Veldane’s next budget will rise by more than 10 per cent.',
        absent('The budget gave the service 9.4 per cent more.'),
        {
          said: [
            {
              by: 'dorrin-hale',
              after: 1,
              probability: 0.98,
              because: 'The pay decree alone is seven of the ten points.',
            },
          ],
        },
      ),
    ],
    edition: { number: 13, title: 'Eighty-eight seats and a decree' },
    source: 'Veldane Courier / Littoral Press',
  },
];
