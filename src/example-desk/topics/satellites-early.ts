import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  corrected,
  judged,
  late,
  no,
  occurred,
  open,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const BOARD = 'Spectrum & Orbits Board';
const TRANSIT = 'Transit';
const FINANCIAL = 'Ansbrough Financial';

export const satellitesEarly: readonly BriefingSource[] = [
  {
    ref: 'satellites-1',
    day: -480,
    headline: 'Forty-one of Skeinwork’s satellites fall silent',
    standfirst:
      'A software update sent before lunch turned two per cent of the constellation to face the sun, and left it there.',
    category: 'Technology',
    status: 'Developing',
    takeaway: 'The fault is in a line of code, and the line is in all two thousand of them.',
    body: [
      'Orbel Networks lost contact with forty-one satellites of its Skeinwork constellation within six hours on {-1}. All had taken the same update. It has been withdrawn from the rest, of which 380 had received it and not yet restarted.',
      'Skeinwork carries the telephones of some nine million people in places without masts. For most of them there was no gap longer than a minute.',
    ],
    plainEnglish:
      'The satellites were told to turn so that their panels catch more light. Forty-one of them turned too far, their radios now point at nothing, and nobody can tell them to turn back.',
    scenarios: [
      risk(
        'short',
        0.67,
        'Orbel will lose more than 100 satellites to the same fault.',
        absent('Ninety-seven, by its own count.'),
        {
          criteria: seen(
            'Orbel’s count in its reports to the Spectrum & Orbits Board.',
            no('Satellites lost and recovered'),
            no('Losses that Orbel puts down to another cause'),
          ),
          said: [
            {
              by: 'dorrin-hale',
              after: 1,
              probability: 0.9,
              because: 'There are 380 armed grenades up there and they restart on a timer.',
            },
            { by: 'plumb-3', after: 1, probability: 0.4875 },
          ],
        },
      ),
      opportunity(
        'short',
        0.24,
        'Contact will be regained with at least ten of the forty-one.',
        absent('Six answered on the spare antenna.'),
      ),
      consequence(
        'short',
        0.85,
        'The Spectrum & Orbits Board will order a formal inquiry into the update.',
        occurred(
          12,
          'Board opens inquiry into Skeinwork',
          [BOARD, 'An inquiry under section 9 is opened today.'],
          [FINANCIAL],
        ),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 1,
              probability: 0.93,
              because: 'Section 9 leaves the Board no choice above thirty losses.',
            },
          ],
        },
      ),
    ],
    edition: { number: 1, title: 'An update before lunch' },
    source: 'Transit',
  },
  {
    ref: 'satellites-2',
    day: -415,
    headline: 'The debris nobody planned for',
    standfirst:
      'Two of the dead satellites passed within ninety metres of a weather station with a crew of four.',
    category: 'Technology',
    status: 'Escalating',
    takeaway: 'A commercial mishap has become a question of traffic.',
    body: [
      'The crew of High Lantern spent the night of {-2} in their return capsule. The station has fuel for nine evasions a year and has now used five.',
      'Orbel says that the dead satellites will come down by themselves within four years. The Board asks what happens in the four years.',
    ],
    scenarios: [
      risk(
        'medium',
        0.14,
        'Skeinwork’s debris will collide with a satellite in working order.',
        absent('The closest pass was at eleven metres.'),
        {
          criteria: seen(
            'A collision that the Spectrum & Orbits Board confirms.',
            no('A collision between two dead satellites'),
            yes('A collision that the struck satellite survives'),
          ),
          said: [{ by: 'maud-tessaly', after: 2, probability: 0.2 }],
        },
      ),
      opportunity(
        'medium',
        0.51,
        'Orbel will sign a contract for the removal of at least one dead satellite.',
        late(
          33,
          'Orbel hires a tug',
          [TRANSIT, 'The first of three removals is to be flown next year.'],
          [FINANCIAL],
        ),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 3,
              probability: 0.45,
              because: 'There are two tugs in the world, and both are booked for a year.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.4,
        'Insurers will treat mass failures from software as a class of their own.',
        judged(
          occurred(200, 'Cawdry Mutual writes “common code” into its policies', [
            FINANCIAL,
            'Losses from common code are covered up to a tenth of the sum insured.',
          ]),
          'Judged to have occurred: the market’s largest insurer did so and two followed. The statement does not say how many make “insurers”.',
        ),
      ),
    ],
    edition: { number: 4, title: 'A night in the capsule' },
    source: 'Transit / Ansbrough Financial',
    perspectives: [
      [
        'High Lantern',
        'The station’s commander, Yul Aspen, said on {-1} that the crew had played cards and that she had lost.',
      ],
    ],
  },
  {
    ref: 'satellites-3',
    day: -338,
    headline: 'The inquiry finds a tired engineer and a missing test',
    standfirst: 'The Board’s report blames Orbel for skipping a rehearsal in order to meet a quarter’s end.',
    category: 'Legal',
    status: 'Confirmed',
    takeaway: 'The report is mild about people and merciless about calendars.',
    body: [
      'The report of {-1} counts ninety-seven losses. It finds that the update was rehearsed on a model whose sun did not move. The engineer who asked for another week was told that the quarter had none.',
      'Orbel accepts the findings and disputes the fine, which the Board has yet to set.',
    ],
    scenarios: [
      risk(
        'short',
        0.6,
        'The Board’s fine on Orbel will exceed 50 million.',
        corrected(
          absent('The notice set 48 million.'),
          occurred(86, 'Orbel’s fine comes to 53 million with surcharge', [
            BOARD,
            'Penalty 48 million; surcharge for delay 5 million.',
          ]),
          109,
          'The surcharge is part of the fine under section 31, and the notice was served within the term. The first resolution had left it out.',
        ),
        {
          criteria: seen(
            'The Board’s notice of penalty.',
            yes('Surcharges set in the same notice'),
            no('Damages paid to customers'),
          ),
        },
      ),
      opportunity('medium', 0.45, 'Orbel will publish the source code of its attitude control.', open, {
        withdrawn: {
          by: 'maud-tessaly',
          after: 60,
          reason: 'I hold shares in a supplier and should have said so.',
        },
        said: [{ by: 'maud-tessaly', after: 3, probability: 0.35 }],
      }),
      consequence(
        'short',
        0.74,
        'Orbel’s chief executive, Lysander Crewe, will announce his departure.',
        occurred(31, 'Crewe leaves Orbel', [FINANCIAL, 'He will go when a successor is found.'], [TRANSIT]),
        {
          said: [
            {
              by: 'plumb-3',
              after: 1,
              probability: 0.655,
              because: 'Seven of ten chiefs left within a quarter of a report that names the calendar.',
            },
          ],
        },
      ),
    ],
    edition: { number: 8, title: 'A sun that did not move' },
    source: 'Ansbrough Financial',
  },
];
