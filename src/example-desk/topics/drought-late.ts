import type { BriefingSource } from '../types.js';
import {
  absent,
  consequence,
  happening,
  impossible,
  no,
  occurred,
  open,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const HERALD = 'Dunmarrow Herald';
const LEDGER = 'Merrow Ledger';
const FIELD = 'Field & Furrow';

export const droughtLate: readonly BriefingSource[] = [
  {
    ref: 'drought-5',
    day: -287,
    headline: 'The lake passes its outlet',
    standfirst:
      'At 19 per cent the level of Lake Serrat stands two metres above the lower tunnel; Dunmarrow is hiring pumps.',
    category: 'Climate',
    status: 'Escalating',
    takeaway: 'From here on it is not the rain that decides but the pumps.',
    body: [
      'The Authority’s bulletin of {-1} gives 19.2 per cent. The lower tunnel takes air at 15. Dunmarrow has ordered eleven floating pumps, of which three exist.',
      'Velling has declared an emergency for thirty days. It lets her set prices by decree and seize private wells, and she has said that she will do the first and not the second.',
    ],
    plainEnglish:
      'A lake is a bathtub with the plug half way up. When the water sinks below the plug, the city has to lift it, and pumps cost money and break.',
    scenarios: [
      risk(
        'short',
        0.82,
        'Dunmarrow will cut the mains supply by rota in at least one district.',
        occurred(39, 'Old Town goes to alternate days', [HERALD, 'Taps in Old Town run on odd dates only.']),
        {
          criteria: seen(
            'A published rota of the city’s water office.',
            no('A single emergency cut'),
            yes('A rota of pressure reduced to nil at night'),
          ),
          said: [
            {
              by: 'ilse-corvane',
              after: 1,
              probability: 0.79,
              because: 'Three pumps lift a fifth of what the city drinks.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.13,
        'Aldrey will lend Merrow water by road or rail.',
        absent('Forty tankers were offered and not sent.'),
      ),
      consequence(
        'short',
        0.39,
        'The province will seize at least one private well under the emergency.',
        impossible(
          58,
          'Emergency lapses in Merrow without renewal',
          [LEDGER, 'The decree expired at midnight and was not renewed.'],
          'The power to seize wells ended with the emergency, and the assembly does not sit again before the deadline.',
        ),
        {
          withdrawn: {
            by: 'desk',
            after: 32,
            reason:
              'The government has filed its list of measures, and wells are not on it; the desk no longer stands by a number.',
          },
        },
      ),
    ],
    edition: { number: 14, title: 'Two metres above the tunnel' },
    source: 'Merrow Ledger',
    perspectives: [
      ['Premier’s office', 'Velling said on {-1} that she would sooner ask a farmer than rob one.'],
    ],
  },
  {
    ref: 'drought-6',
    day: -158,
    headline: 'Rain, and an argument about rain',
    standfirst:
      'Nine days of rain lifted Lake Serrat to 31 per cent; the growers want their third back at once.',
    category: 'Politics',
    status: 'Developing',
    takeaway: 'A fuller lake brings back every quarrel that an empty one had settled.',
    body: [
      'The bulletin of {-2} shows the steepest weekly rise on record. The co-operative called for the cut to be lifted by the end of the month.',
      'The Authority’s new hydrologist, Jun Ferreby, says that the rise is a loan: two thirds of it came down as flood and carries silt that the filters cannot take.',
    ],
    scenarios: [
      risk(
        'short',
        0.48,
        'A boil-water notice will be issued for at least 50,000 people in the province.',
        occurred(
          23,
          'Ellisport told to boil its water',
          [LEDGER, 'The notice covers 64,000 households.'],
          [HERALD],
        ),
        {
          said: [
            {
              by: 'plumb-3',
              after: 1,
              probability: 0.565,
              because: 'Turbidity at the upper intake is four times the level that preceded the last notice.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.76,
        'The cut to the growers will be eased by an order of the Authority.',
        occurred(64, 'Growers get half of their third back', [
          FIELD,
          'The cut falls from 36 to 18 per cent.',
        ]),
        {
          signs: [
            {
              event: happening(30, 'Co-operative blocks the Dunmarrow bridge with tractors', [FIELD]),
              bearing: 'supports',
              note: 'Velling met them the same evening.',
            },
          ],
        },
      ),
      consequence('medium', 0.31, 'Lake Serrat will reach 70 per cent on a weekly bulletin.', open, {
        criteria: seen(
          'The weekly bulletin of the Merrow Water Authority, first edition.',
          no('A daily reading above 70'),
          yes('70.0 per cent exactly'),
        ),
        said: [
          {
            by: 'maud-tessaly',
            after: 5,
            probability: 0.3,
            because: 'It has been above 70 in two of the last ten years.',
          },
        ],
      }),
    ],
    edition: { number: 18, title: 'A loan of water' },
    source: 'Field & Furrow',
  },
  {
    ref: 'drought-7',
    day: -47,
    headline: 'Velling calls the election early',
    standfirst: 'Merrow will vote in seven weeks, while the lake is still rising.',
    category: 'Politics',
    status: 'Confirmed',
    takeaway: 'The premier is running on the rain and hopes that it outlasts the campaign.',
    body: [
      'Velling dissolved the assembly on {-1}, ten months before its time. Her party leads by three points in the one poll that exists.',
      'The opposition, led by Dunmarrow’s mayor Corin Ashgrove, has one subject: the pipe that was drawn and not dug.',
    ],
    scenarios: [
      risk('short', 0.43, 'Velling’s party will lose its majority in the assembly.', open, {
        criteria: seen('The final count of the electoral office.', no('A majority lost later to defections')),
        said: [
          { by: 'dorrin-hale', after: 2, probability: 0.2, because: 'Voters forgive a full lake anything.' },
        ],
      }),
      opportunity(
        'medium',
        0.36,
        'A law that fixes shares of Lake Serrat for each city and for the plain will be passed.',
        open,
      ),
      consequence(
        'short',
        0.88,
        'Both leading candidates will promise to drop the pipeline.',
        occurred(
          19,
          'Velling buries her pipe',
          [HERALD, 'I drew it, and I am rubbing it out.'],
          [LEDGER, 'Ashgrove had said as much on the first day.'],
        ),
      ),
    ],
    edition: { number: 22, title: 'An election on a rising lake' },
    source: 'Dunmarrow Herald',
    perspectives: [
      ['Opposition', 'Ashgrove says that he will sign any sharing law that has a number in it.'],
      [
        'Growers',
        'The co-operative will endorse nobody before it sees the allocations for the next quarter.',
      ],
    ],
  },
];
