import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  corrected,
  happening,
  judged,
  late,
  no,
  occurred,
  opportunity,
  overdue,
  risk,
  seen,
  yes,
} from '../writing.js';

const HERALD = 'Dunmarrow Herald';
const LEDGER = 'Merrow Ledger';

export const droughtEarly: readonly BriefingSource[] = [
  {
    ref: 'drought-1',
    day: -708,
    headline: 'Lake Serrat shows its old road',
    standfirst:
      'The reservoir that waters Merrow has fallen to 44 per cent, low enough to walk on the road it drowned.',
    category: 'Climate',
    status: 'Developing',
    takeaway: 'The province has one reservoir, two cities and no rule for sharing it.',
    body: [
      'The Merrow Water Authority put Lake Serrat at 44 per cent on {-1}, eleven points below the same week of last year. The road to the old village of Upper Serrat, flooded 52 years ago, is dry for the third of a mile.',
      'Dunmarrow and Ellisport draw from the same two tunnels. Dunmarrow’s is the lower one. Nobody has had to say aloud what that means.',
    ],
    scenarios: [
      risk(
        'short',
        0.78,
        'The Authority will report Lake Serrat below 35 per cent on at least one weekly bulletin.',
        occurred(61, 'Serrat at 34.6 per cent', [
          LEDGER,
          'The weekly bulletin gives 34.6 per cent of usable volume.',
        ]),
        {
          criteria: seen(
            'The weekly bulletin of the Merrow Water Authority, first edition.',
            no('35.0 per cent exactly'),
            no('A figure revised below 35 in a later bulletin'),
          ),
          said: [
            { by: 'plumb-3', after: 0, probability: 0.71 },
            {
              by: 'plumb-3',
              after: 30,
              probability: 0.885,
              because: 'Loss of 1.1 points a week holds; the threshold falls in week nine.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.32,
        'Dunmarrow and Ellisport will sign a written agreement on sharing the lake.',
        absent('They agreed on a joint press release.'),
      ),
      consequence(
        'medium',
        0.69,
        'Household water in Dunmarrow will be metered by law for every dwelling.',
        absent('The meter law failed by four votes.'),
        { said: [{ by: 'maud-tessaly', after: 4, probability: 0.5 }] },
      ),
    ],
    edition: { number: 1, title: 'A drowned road, dry again' },
    source: 'Merrow Ledger',
  },
  {
    ref: 'drought-2',
    day: -603,
    headline: 'Hosepipes first, orchards next',
    standfirst:
      'The Authority banned garden watering in both cities and put the growers on notice of a third less.',
    category: 'Politics',
    status: 'Developing',
    takeaway: 'The growers use four fifths of the water and have a fifth of the votes.',
    body: [
      'The ban took effect at midnight on {-1}. Fines start at 80 crowns. The growers of the Tessaine plain received a letter that warns of a cut by a third from next quarter.',
      'Premier Ansa Velling, herself a grower’s daughter, did not sign the letter. It carries the name of the Authority’s hydrologist, Piet Lorrimer.',
    ],
    scenarios: [
      risk(
        'short',
        0.59,
        'The growers’ allocation will be cut by at least a third in an order of the Authority.',
        late(21, 'Order cuts growers by 36 per cent', [
          LEDGER,
          'The order cuts every allocation on the plain by 36 per cent from today.',
        ]),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.55,
              because:
                'The letter is a draft of the order, but Velling will sit on it until the co-operative has met.',
            },
          ],
        },
      ),
      opportunity(
        'medium',
        0.48,
        'A grower will sell part of an allocation to one of the cities in a registered contract.',
        absent('Halloran Orchards signed a contract with Ellisport, which the registry refused.'),
      ),
      consequence(
        'short',
        0.29,
        'Piet Lorrimer will leave his post as the Authority’s hydrologist.',
        occurred(71, 'Lorrimer resigns from the Authority', [
          HERALD,
          'I measure lakes; I do not write letters for other people.',
        ]),
        {
          criteria: seen(
            'A resignation or dismissal announced by the Authority or by him.',
            yes('Resignation with effect after the deadline'),
            no('Leave of absence'),
          ),
          signs: [
            {
              event: happening(35, 'Hydrologist contradicts the premier at a hearing', [HERALD]),
              bearing: 'supports',
              note: 'In public, and on the record.',
            },
          ],
        },
      ),
    ],
    edition: { number: 4, title: 'A ban at midnight; a letter without the premier' },
    source: 'Dunmarrow Herald',
    perspectives: [
      [
        'Growers',
        'The Tessaine co-operative says that a third less water is two thirds less fruit, since trees do not ration.',
      ],
      [
        'Ellisport',
        'The mayor asked on {-1} why the upper tunnel should pay for a lake that the lower one empties.',
      ],
    ],
  },
  {
    ref: 'drought-3',
    day: -497,
    headline: 'A pipeline drawn on a napkin',
    standfirst:
      'Velling promises a 140-kilometre pipe from the Northern Lakes; engineers ask who owns the Northern Lakes.',
    category: 'Infrastructure',
    status: 'Developing',
    takeaway: 'The pipe buys time with the voters, if not with the lake.',
    body: [
      'The premier announced the pipe on {-2} with a map that had been drawn, her office admits, that morning. The cost is put at 2.2 billion crowns.',
      'The Northern Lakes belong to the neighbouring province of Aldrey, which learned of the plan from the radio.',
    ],
    scenarios: [
      risk(
        'short',
        0.71,
        'Aldrey’s government will refuse the transfer in writing.',
        occurred(26, 'Aldrey says no to the pipe', [LEDGER, 'A letter of one sentence.'], [HERALD]),
      ),
      opportunity('short', 0.16, 'A contract for the pipe’s route survey will be awarded.', absent(), {
        said: [{ by: 'dorrin-hale', after: 1, probability: 0.05, because: 'No tender, no route, no lake.' }],
      }),
      consequence(
        'medium',
        0.35,
        'construction of the pipe will begin with at least one kilometre of trench.',
        annulled('premise_false', 368, 'Aldrey never agreed; the premise was not met by the deadline.'),
        { premise: 'Aldrey agrees to the transfer' },
      ),
      risk(
        'medium',
        0.55,
        'Merrow’s auditors will call the pipe’s cost estimate unsound.',
        occurred(188, 'Auditors: pipe estimate “without foundation”', [
          LEDGER,
          'The estimate is without foundation in any survey.',
        ]),
        {
          criteria: seen(
            'A report of the provincial audit office.',
            yes('Wording to the same effect, such as “without foundation”'),
            no('An auditor’s remark to the press'),
          ),
        },
      ),
    ],
    edition: { number: 8, title: 'A pipe to somebody else’s lakes' },
    source: 'Merrow Ledger / Field & Furrow',
  },
  {
    ref: 'drought-4',
    day: -402,
    headline: 'Ellisport switches on the salt plant',
    standfirst:
      'After nine years of construction the desalination works delivered its first drinking water, at six times the price of the lake’s.',
    category: 'Infrastructure',
    status: 'Confirmed',
    takeaway: 'Ellisport now has a second source, and Dunmarrow has lost its best argument.',
    body: [
      'The works at Cinder Bay delivered 11,000 cubic metres on {-1}, a quarter of its design. The Authority will pay 3.10 crowns a cubic metre for water that costs 0.50 from the lake.',
      'Dunmarrow’s council says that whoever can drink the sea should leave the lake to those who cannot. Ellisport says that it paid for the works alone.',
    ],
    scenarios: [
      risk(
        'short',
        0.45,
        'The works at Cinder Bay will stop for more than 48 hours on account of a technical fault.',
        corrected(
          absent('Stops of up to 31 hours are on record.'),
          occurred(52, 'Cinder Bay stood still for three days', [
            HERALD,
            'The log shows no output for seventy-one hours.',
          ]),
          141,
          'The works’ log, released after a request by the Herald, shows a stop of 71 hours within the term. It had been logged as maintenance, but the cause was a burst membrane.',
        ),
        {
          criteria: seen(
            'A stop of more than 48 hours shown by the works’ log or admitted by the operator.',
            no('Planned maintenance'),
            yes('A fault that the operator calls maintenance'),
          ),
          said: [
            {
              by: 'maud-tessaly',
              after: 3,
              probability: 0.45,
              because: 'New membranes burst; operators seldom say so.',
            },
          ],
        },
      ),
      opportunity(
        'medium',
        0.62,
        'Output at Cinder Bay will reach 40,000 cubic metres on one day.',
        overdue(),
        { said: [{ by: 'plumb-3', after: 2, probability: 0.5275 }] },
      ),
      consequence(
        'medium',
        0.53,
        'The salt plant will turn the two cities from rivals into partners.',
        judged(
          absent('A joint control room was opened, and closed again.'),
          'Judged not to have happened: they sued each other twice in the term. What a partner is the statement does not say.',
        ),
      ),
    ],
    edition: { number: 11, title: 'Sea water at 3.10 crowns' },
    source: 'Dunmarrow Herald',
  },
];
