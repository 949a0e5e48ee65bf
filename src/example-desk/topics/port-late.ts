import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
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

const GAZETTE = 'Harbour Gazette';
const POST = 'Skarrow Evening Post';
const BULLETIN = 'Federation Bulletin';

export const portLate: readonly BriefingSource[] = [
  {
    ref: 'port-5',
    day: -455,
    headline: 'An apprentice beats the carrier',
    standfirst:
      'A video of a nineteen-year-old lashing faster than the machine has been seen eleven million times.',
    category: 'Labour',
    status: 'Developing',
    takeaway: 'The Federation has found its face, and the operator its benchmark.',
    body: [
      'Nessa Tollard lashed twelve boxes in the time the carrier needed for nine. The operator points out that the carrier works at night and does not get tired.',
      'The joint board meets for the fourth time next week. Its minutes of {-6} record agreement on the biscuits.',
    ],
    scenarios: [
      risk(
        'short',
        0.16,
        'Tallow & Pike will announce that it is looking for a buyer for the Skarrow terminal.',
        absent(),
        {
          said: [
            {
              by: 'dorrin-hale',
              after: 2,
              probability: 0.7,
              because: 'Pike has hired a bank. Nobody hires a bank to count boxes.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.46,
        'The port will take on at least 100 apprentices.',
        absent('The intake came to 88.'),
        {
          criteria: seen(
            'Contracts of apprenticeship signed, by the port authority’s count.',
            no('Offers not yet signed'),
            no('Interns'),
          ),
        },
      ),
      consequence(
        'short',
        0.5,
        'Public opinion will shift decisively to the dockers’ side.',
        annulled(
          'ambiguous',
          96,
          'Two polls moved in opposite directions, and the statement names neither a poll nor a size that would be decisive.',
          {
            event: happening(80, 'Polls on the docks disagree', [
              GAZETTE,
              'One has the Federation up four points, the other down three.',
            ]),
          },
        ),
      ),
    ],
    edition: { number: 15, title: 'Twelve boxes to nine' },
    source: 'Skarrow Evening Post',
  },
  {
    ref: 'port-6',
    day: -245,
    headline: 'The clause for the twelfth year arrives early',
    standfirst:
      'Tallow & Pike has asked the Labour Court whether “dismissal” covers jobs that are never filled again.',
    category: 'Legal',
    status: 'Developing',
    takeaway: 'The operator has stopped arguing about machines and started arguing about words.',
    body: [
      'The application of {-1} is three pages long. It asks whether the pledge of eleven years binds the operator to replace those who retire, of whom there will be 900.',
      'Oskell calls it a dismissal by calendar. The court has given both sides a month.',
    ],
    rootCauses: [
      'The settlement was drafted in nineteen hours by people who had not slept. The word “dismissal” occurs in it fourteen times and is defined nowhere.',
      'Half of the workforce is over fifty. The pledge covers those who hold a job, and the retirement of that half was the saving that made the pledge affordable.',
    ],
    scenarios: [
      risk(
        'short',
        0.73,
        'The Labour Court will rule that unfilled posts are no dismissals.',
        occurred(
          81,
          'Court: an empty post dismisses nobody',
          [POST, 'The pledge protects persons and not posts.'],
          [BULLETIN, 'The court has read the words and missed the meaning.'],
        ),
        {
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.72,
              because: 'The court decided the same for the railways, on a broader text.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.33,
        'Both sides will settle the matter before judgment.',
        impossible(
          81,
          'Court: an empty post dismisses nobody',
          [POST, 'The pledge protects persons and not posts.'],
          'Judgment was given, so that nothing can be settled before it any more.',
        ),
      ),
      consequence(
        'medium',
        0.45,
        'the Federation will ballot its members on a new strike.',
        occurred(139, 'Federation sends out ballot papers', [
          BULLETIN,
          'Papers go out to 3,870 members today.',
        ]),
        {
          premise: 'the court rules for the operator',
          signs: [
            {
              event: happening(
                81,
                'Court: an empty post dismisses nobody',
                [POST, 'The pledge protects persons and not posts.'],
                [BULLETIN, 'The court has read the words and missed the meaning.'],
              ),
              bearing: 'supports',
              note: 'The premise holds.',
            },
          ],
          criteria: seen(
            'Ballot papers sent to members of at least three lodges.',
            no('A consultative vote by show of hands'),
            yes('A ballot withdrawn after papers went out'),
          ),
        },
      ),
    ],
    edition: { number: 19, title: 'Fourteen times, and never defined' },
    source: 'Federation Bulletin',
  },
  {
    ref: 'port-7',
    day: -88,
    headline: 'Oskell will not stand again',
    standfirst:
      'The Federation’s secretary leaves after twenty-two years, in the middle of a ballot that he called.',
    category: 'Labour',
    status: 'Confirmed',
    takeaway: 'Whoever follows must win twice: the office and then the ballot.',
    body: [
      'Oskell told the executive on {-1} that his knees had voted. Two have declared: his deputy Marl Hanrick, and Nessa Tollard, who is twenty and has been a member for eighteen months.',
      'The count in the strike ballot stands at a turnout of 71 per cent with ten days to go.',
    ],
    scenarios: [
      risk(
        'short',
        0.71,
        'The Federation’s members will vote for a strike.',
        occurred(11, 'Dockers vote to strike by two to one', [BULLETIN, 'For: 1,902. Against: 947.'], [POST]),
      ),
      opportunity('short', 0.3, 'Nessa Tollard will be elected secretary of the Federation.', open, {
        criteria: seen(
          'The declaration of the returning officer.',
          yes('A declaration under appeal'),
          no('An acting appointment'),
        ),
        said: [
          {
            by: 'maud-tessaly',
            after: 3,
            probability: 0.35,
            because: 'Famous people lose union elections to deputies with lists.',
          },
          { by: 'maud-tessaly', after: 50, probability: 0.5, because: 'Hanrick has lost the crane lodge.' },
          {
            by: 'dorrin-hale',
            after: 4,
            probability: 0.95,
            because: 'Eleven million views, and the deputy cannot work a telephone.',
          },
        ],
      }),
      consequence('medium', 0.42, 'Skarrow will see a second stoppage of more than seven days.', open, {
        signs: [
          {
            event: happening(40, 'Pike offers a guarantee of 3,200 posts', [POST]),
            bearing: 'undermines',
            note: 'Seven hundred short of what the Federation wants, but a number at last.',
          },
        ],
      }),
    ],
    edition: { number: 25, title: 'His knees had voted' },
    source: 'Skarrow Evening Post',
    perspectives: [
      [
        'Tallow & Pike',
        'Pike wished Oskell well on {-1} and said that she would miss an opponent who read the contracts.',
      ],
    ],
  },
];
