import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  happening,
  no,
  occurred,
  open,
  opportunity,
  overdue,
  risk,
  seen,
  yes,
} from '../writing.js';

const TOUCHLINE = 'Touchline';
const HERALD = 'Dunmarrow Herald';
const LEDGER = 'Merrow Ledger';

export const leagueLate: readonly BriefingSource[] = [
  {
    ref: 'league-4',
    day: -310,
    headline: 'Pelican wants fewer Mondays',
    standfirst:
      'The broadcaster offers the new league 40 per cent less, and asks for the kick-off times in return.',
    category: 'Finance',
    status: 'Developing',
    takeaway: 'The league has one bidder and a great many opinions about him.',
    body: [
      'Pelican’s offer of {-1} is 128 million a season for five seasons. The old contract paid 214. It drops Monday games and asks to fix every kick-off from the twentieth round.',
      'The league’s chair, Ottoline Brace, has invited two streaming firms. One has asked what a round is.',
    ],
    scenarios: [
      risk(
        'short',
        0.38,
        'The league will start its season without a television contract.',
        absent('It was signed two days before the first match.'),
        {
          criteria: seen(
            'No signed contract for live pictures at the first kick-off of the top division.',
            no('A contract for highlights only'),
            yes('An emergency contract for single rounds'),
          ),
        },
      ),
      opportunity(
        'short',
        0.17,
        'Pelican Sport will raise its offer to at least 150 million a season.',
        absent('It ended at 141.'),
        {
          said: [
            {
              by: 'plumb-3',
              after: 2,
              probability: 0.335,
              because:
                'Single bidders raise a first offer by a median of nine per cent; seventeen would be needed.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.8,
        'The cap on squad wages will be lowered by the clubs for the season after next.',
        annulled(
          'unverifiable',
          188,
          'The clubs voted by secret letter and published neither cap nor result; the league says that it will not.',
        ),
        { said: [{ by: 'dorrin-hale', after: 2, probability: 0.95 }] },
      ),
    ],
    edition: { number: 13, title: 'Fewer Mondays' },
    source: 'Touchline',
    perspectives: [
      [
        'Supporters',
        'A banner at Rovers on {-2} asked Pelican to show the Mondays to the people who own them.',
      ],
    ],
  },
  {
    ref: 'league-5',
    day: -200,
    headline: 'A referee is offered a kitchen',
    standfirst:
      'Three matches of the new season are under investigation after an official reported a gift of fitted cupboards.',
    category: 'Legal',
    status: 'Escalating',
    takeaway: 'The league is solvent again, and worth corrupting.',
    body: [
      'Ruan Teller, eleven years a referee, told the association on {-4} that a firm had delivered a kitchen he had not ordered. He sent it back and kept the note.',
      'Bets on the three matches ran to thirty times the usual sum, all on the number of corners.',
    ],
    scenarios: [
      risk(
        'short',
        0.56,
        'At least one player or official of a top-division club will be charged with match-fixing.',
        occurred(
          37,
          'Two charged over the corners',
          [LEDGER, 'A goalkeeping coach and a former winger appeared in court.'],
          [TOUCHLINE],
        ),
      ),
      opportunity(
        'medium',
        0.64,
        'Bets on corners will be banned by the gambling authority.',
        absent('Such bets were capped at fifty crowns.'),
        {
          said: [
            {
              by: 'maud-tessaly',
              after: 4,
              probability: 0.55,
              because: 'The authority has banned throw-ins before. It took a year.',
            },
          ],
        },
      ),
      consequence('short', 0.17, 'The matches in question will be ordered to be played again.', absent(), {
        said: [
          {
            by: 'ilse-corvane',
            after: 1,
            probability: 0.08,
            because: 'The rules allow it only within fourteen days of the whistle, and those are over.',
          },
        ],
      }),
    ],
    edition: { number: 17, title: 'A kitchen, returned' },
    source: 'Merrow Ledger',
  },
  {
    ref: 'league-6',
    day: -75,
    headline: 'Rovers top the table and cannot afford it',
    standfirst:
      'The supporters’ club leads by five points; the bonuses for winning would take a third of its cash.',
    category: 'Sport',
    status: 'Developing',
    takeaway: 'The contracts were written by people who did not expect to win.',
    body: [
      'Dunmarrow Rovers owe 3.8 million in bonuses if they finish first, the trust told its members on {-2}. It has 11 million, and a roof to mend.',
      'The captain, Sander Quill, says that the players will talk about it when there is something to talk about. Twelve rounds remain.',
    ],
    scenarios: [
      risk(
        'short',
        0.34,
        'Rovers will drop out of first place after at least one round.',
        occurred(44, 'Rovers slip to second', [HERALD, 'One point, for four days.']),
        {
          signs: [
            { event: happening(24, 'Rovers draw at home to the bottom club', [HERALD]), bearing: 'supports' },
          ],
        },
      ),
      opportunity(
        'short',
        0.52,
        'The players will waive at least half of their bonuses in writing.',
        overdue({
          after: 64,
          days: 90,
          reason: 'The trust says that a letter exists and that it will show it at the members’ meeting.',
        }),
        {
          criteria: seen(
            'A letter or contract that the trust or the players’ union confirms.',
            no('A statement by the captain'),
            yes('A waiver conditional on the title'),
          ),
        },
      ),
      consequence('medium', 0.27, 'Rovers’ trust will sell shares that take it below 51 per cent.', open),
    ],
    edition: { number: 21, title: 'Five points clear, a third of the cash' },
    source: 'Dunmarrow Herald',
    perspectives: [
      ['Trust', 'The treasurer told members on {-2} that she had never before prayed for a draw.'],
    ],
  },
];
