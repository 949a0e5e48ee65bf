import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  happening,
  judged,
  no,
  occurred,
  open,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const TOUCHLINE = 'Touchline';
const HERALD = 'Dunmarrow Herald';
const LEDGER = 'Merrow Ledger';

export const leagueEarly: readonly BriefingSource[] = [
  {
    ref: 'league-1',
    day: -525,
    headline: 'The Tarn League cannot find its money',
    standfirst: 'Eighteen clubs were due 214 million from television; the account held 9.',
    category: 'Sport',
    status: 'Developing',
    takeaway: 'A league that sold its future twice is finding out who bought it first.',
    body: [
      'Tarn League Holdings told the clubs on {-1} that the quarterly payment would be late. By the evening it had said why: the rights had been pledged to two lenders, each of whom believed itself the first.',
      'The broadcaster, Pelican Sport, says that it paid on time. Kestrel Athletic, the champions, have wages due in nine days.',
    ],
    scenarios: [
      risk(
        'short',
        0.91,
        'Tarn League Holdings will file for insolvency.',
        occurred(
          22,
          'Tarn League Holdings files',
          [TOUCHLINE, 'The petition was stamped at 11.40.'],
          [LEDGER],
        ),
        {
          criteria: seen(
            'A petition stamped by the court of the company’s seat.',
            no('An announcement of a petition'),
            yes('A petition by a creditor that the company joins'),
          ),
          said: [
            {
              by: 'maud-tessaly',
              after: 1,
              probability: 0.75,
              because:
                'Two lenders with first rank cannot both be paid, but they may both be persuaded to wait.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.49,
        'Pelican Sport will advance money to at least ten clubs.',
        absent('Eight clubs took the money.'),
        {
          criteria: seen(
            'Advances confirmed by Pelican Sport or by ten clubs.',
            no('A loan to the league'),
            yes('Advances secured on gate money'),
          ),
        },
      ),
      consequence('long', 0.7, 'Fewer than sixteen clubs will play in the country’s top division.', open, {
        said: [
          { by: 'plumb-3', after: 4, probability: 0.41 },
          {
            by: 'plumb-3',
            after: 300,
            probability: 0.265,
            because: 'Eighteen have licences for the new season and the deadline falls inside it.',
          },
        ],
      }),
      risk(
        'short',
        0.74,
        'At least one club will be docked points for unpaid wages.',
        judged(
          occurred(41, 'Corrie Town start on minus six', [
            TOUCHLINE,
            'Six points, of which three are suspended.',
          ]),
          'Judged to have occurred: three of the six points were suspended, and the rest count from the first day.',
        ),
      ),
    ],
    edition: { number: 1, title: 'Nine million in the account' },
    source: 'Touchline',
    perspectives: [
      ['Players', 'The players’ union asked its members on {-1} to turn up, train, and keep their payslips.'],
      [
        'Lenders',
        'Harl Capital and the Tarn Bank have each published a contract. The dates are eleven days apart.',
      ],
    ],
  },
  {
    ref: 'league-2',
    day: -468,
    headline: 'Kestrel sells its striker on the steps of the court',
    standfirst:
      'Jory Venn went for half of what he had cost, twenty minutes before an injunction would have stopped it.',
    category: 'Sport',
    status: 'Developing',
    takeaway: 'The clubs have begun to sell what can still be sold, to whoever can still pay.',
    body: [
      'The transfer to Port Ellis was registered at 14.10 on {-1}; the injunction is stamped 14.30. Harl Capital, which claims a lien on registrations, calls it theft with a timetable.',
      'Five more clubs have asked the administrator, Petra Loame, for leave to sell.',
    ],
    scenarios: [
      risk(
        'short',
        0.42,
        'The sale of Jory Venn will be declared void by a court.',
        absent('The court fined Kestrel Athletic and let the sale stand.'),
        {
          said: [
            {
              by: 'dorrin-hale',
              after: 1,
              probability: 0.8,
              because: 'Twenty minutes is not a defence, it is a confession.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.62,
        'Supporters will own a majority of at least one top-division club.',
        {
          how: 'reopened',
          first: occurred(30, 'Supporters buy 51 per cent of Dunmarrow Rovers', [
            HERALD,
            'The trust holds fifty-one shares in a hundred.',
          ]),
          after: 40,
          reason:
            'The trust’s purchase is conditional on a loan that has not been granted; the register still shows the old owner.',
          again: occurred(
            54,
            'Rovers’ register shows the trust',
            [TOUCHLINE, 'The supporters’ trust was entered with 51 per cent.'],
            [HERALD],
          ),
        },
        {
          criteria: seen(
            'An entry in the register of companies.',
            no('A signed contract without entry'),
            yes('A majority of votes without a majority of shares'),
          ),
        },
      ),
      consequence(
        'medium',
        0.73,
        'Average attendance in the second half of the season will be lower than in the first.',
        absent('It rose by 3 per cent: people came to say goodbye.'),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 4,
              probability: 0.6,
              because:
                'Attendance fell in four of the six leagues that went this way. Two had a farewell boom.',
            },
          ],
        },
      ),
    ],
    edition: { number: 5, title: 'Twenty minutes' },
    source: 'Touchline / Merrow Ledger',
  },
  {
    ref: 'league-3',
    day: -390,
    headline: 'A league of clubs, or a league of creditors',
    standfirst:
      'Petra Loame has drawn two plans: the clubs buy the league for a crown, or the lenders run it for ten years.',
    category: 'Finance',
    status: 'Developing',
    takeaway: 'Everyone prefers the first plan, and only the lenders can pay for it.',
    body: [
      'The plans went out on {-3}. Under the first the clubs take the brand, the fixtures and the debts to small creditors. Under the second, lenders take the television money and leave the clubs the gate.',
      'Fourteen of eighteen clubs must agree to either. The smaller ones vote as a block, under the chairman of Corrie Town, a dentist.',
    ],
    scenarios: [
      risk(
        'short',
        0.36,
        'the lenders will take over the television contract.',
        annulled(
          'premise_false',
          61,
          'The clubs adopted the first plan, so that the premise did not come about.',
          {
            event: happening(50, 'Clubs buy their league for one crown', [
              TOUCHLINE,
              'Sixteen hands went up. The dentist paid in coin.',
            ]),
          },
        ),
        { premise: 'the clubs reject the first plan' },
      ),
      opportunity(
        'short',
        0.77,
        'At least fourteen clubs will vote for the first plan.',
        occurred(
          50,
          'Clubs buy their league for one crown',
          [TOUCHLINE, 'Sixteen hands went up. The dentist paid in coin.'],
          [HERALD],
        ),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 3,
              probability: 0.8,
              because:
                'The small clubs need two big ones, and Rovers now belong to people who sit in the stand.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.28,
        'A crown’s worth of football will have a new meaning in the country.',
        judged(
          occurred(120, 'Crown shares sell out in a morning', [
            TOUCHLINE,
            'The shares, a crown apiece, were gone by noon.',
          ]),
          'Judged to have occurred: the crown share became a product and a byword. A generous reading of a loose sentence.',
        ),
      ),
    ],
    edition: { number: 9, title: 'Eighteen clubs and a dentist' },
    source: 'Touchline',
  },
];
