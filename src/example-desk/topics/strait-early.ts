import type { BriefingSource } from '../types.js';
import {
  absent,
  annulled,
  consequence,
  corrected,
  happening,
  late,
  no,
  occurred,
  opportunity,
  risk,
  seen,
  yes,
} from '../writing.js';

const COURIER = 'Veldane Courier';
const WIRE = 'Kassary State Wire';
const GAZETTE = 'Harbour Gazette';

export const straitEarly: readonly BriefingSource[] = [
  {
    ref: 'strait-1',
    day: -722,
    headline: 'Kassary moves a buoy and a border',
    standfirst:
      'Two navigation buoys off Hollin Point were towed 900 metres east overnight; Veldane calls it annexation by tugboat.',
    category: 'Conflict',
    status: 'Developing',
    takeaway: 'Kassary is testing whether a maritime line can be moved without anyone firing at it.',
    body: [
      'Kassary’s coastguard towed the Hollin Point buoys east on {-2} and published a chart the next morning that shows them where they now float. The chart puts the deeper of the two shipping channels inside Kassary’s waters.',
      'Veldane’s foreign minister, Oda Renwick, summoned the ambassador and asked the Littoral Commission, the seven-member body that keeps the charts, for an emergency sitting. The Commission has not met out of turn for eleven years.',
      'Traffic has not changed yet. Pilots from both sides boarded vessels as usual, and the ferry between Lowmoor and Tessel kept its timetable.',
    ],
    plainEnglish:
      'Ships follow buoys. If you move the buoys, ships follow you, and after a while people forget where the line used to be. That is why a small country is making a large noise about two pieces of painted steel.',
    scenarios: [
      risk(
        'short',
        0.72,
        'Veldane will send at least one armed naval vessel within five nautical miles of the moved buoys.',
        occurred(
          9,
          'Veldane frigate anchors off Hollin Point',
          [COURIER, 'The frigate dropped anchor two miles from the northern buoy at dawn.'],
          [GAZETTE],
        ),
        {
          criteria: seen(
            'A vessel of the Veldane navy reported within five nautical miles of either buoy by two outlets, one of them outside Veldane.',
            no('A coastguard cutter without mounted guns'),
            yes('A frigate passing through without stopping'),
          ),
          said: [
            {
              by: 'ilse-corvane',
              after: 1,
              probability: 0.8,
              because:
                'Renwick has an election within the year and a frigate already under steam at Lowmoor.',
            },
            { by: 'maud-tessaly', after: 2, probability: 0.55 },
          ],
        },
      ),
      opportunity(
        'short',
        0.38,
        'The Littoral Commission will hold an emergency sitting on the buoys before {deadline}.',
        late(13, 'Littoral Commission sits on the Hollin buoys at last', [
          GAZETTE,
          'Four months after the request, the seven members met behind closed doors.',
        ]),
        {
          said: [
            {
              by: 'dorrin-hale',
              after: 3,
              probability: 0.15,
              because: 'Eleven years without an emergency sitting. They will not start for two buoys.',
            },
          ],
        },
      ),
      consequence(
        'medium',
        0.64,
        'At least one of the three big Tessel insurers will charge a war-risk premium for the strait.',
        occurred(121, 'Brannigan Marine adds war-risk surcharge for Hollin Strait', [
          GAZETTE,
          'The surcharge of 0.04 per cent of hull value applies from next week.',
        ]),
        {
          criteria: seen(
            'A published tariff or circular of Brannigan Marine, Tessel Mutual or Oake & Sons that names the strait.',
            no('A surcharge quoted by a broker but not published'),
          ),
        },
      ),
    ],
    edition: { number: 1, title: 'Two buoys adrift; a chart nobody signed' },
    source: 'Harbour Gazette / Littoral Press',
    perspectives: [
      [
        'Veldane',
        'Renwick told parliament on {-1} that a line drawn by treaty is not moved by rope. Veldane wants the buoys towed back before it discusses anything else.',
      ],
      [
        'Kassary',
        'The State Wire describes routine maintenance of aids to navigation and notes that the seabed has shifted since the last survey.',
      ],
    ],
  },
  {
    ref: 'strait-2',
    day: -631,
    headline: 'A pilot strike that is not about pay',
    standfirst:
      'Veldane’s sea pilots will no longer board ships that declare the Kassary channel in their passage plan.',
    category: 'Trade',
    status: 'Developing',
    takeaway: 'The pilots have done what two governments would not: made masters choose a side.',
    body: [
      'The Pilots’ Guild of Lowmoor voted 61 to 9 to refuse ships that file a passage plan through the eastern channel. The guild says its members’ licences are void in waters that Veldane does not administer.',
      'Eleven vessels were waiting at the Lowmoor roads by {-1}. Kassary offered its own pilots free of charge, and four masters accepted.',
    ],
    scenarios: [
      risk(
        'short',
        0.66,
        'The number of ships waiting at the Lowmoor roads will exceed 30 on at least one day.',
        occurred(18, 'Thirty-four ships at anchor off Lowmoor', [
          GAZETTE,
          'The harbour office counted thirty-four vessels at noon.',
        ]),
        {
          criteria: seen(
            'The noon count of the Lowmoor harbour office.',
            no('A satellite count by a newspaper'),
            yes('Vessels at anchor for repairs, if the office counts them'),
          ),
          signs: [
            {
              event: happening(8, 'Queue off Lowmoor grows to 22 vessels', [GAZETTE]),
              bearing: 'supports',
              note: 'Doubled in eight days.',
            },
          ],
          said: [
            { by: 'plumb-3', after: 1, probability: 0.47 },
            {
              by: 'plumb-3',
              after: 9,
              probability: 0.735,
              because: 'Queue growth of 1.4 ships a day puts the count over 30 in the third week.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.18,
        'Veldane and Kassary will agree a joint pilotage rota for the eastern channel.',
        absent('A draft rota circulated between the harbour masters but was never signed.'),
      ),
      consequence(
        'medium',
        0.81,
        'Tessel’s container traffic for the year will come out below the year before.',
        absent('Boxes were down until the last quarter and ended 0.3 per cent up.'),
        {
          criteria: seen(
            'The yearly figure of the Tessel port authority for containers handled.',
            no('An estimate by a shipping line'),
            yes('A figure for the port’s business year'),
          ),
          said: [
            {
              by: 'ilse-corvane',
              after: 2,
              probability: 0.77,
              because: 'Even a strike of three weeks takes two points off; the surcharge takes the rest.',
            },
          ],
        },
      ),
    ],
    edition: { number: 4, title: 'Guild votes; four masters take the free pilot' },
    source: 'Veldane Courier',
  },
  {
    ref: 'strait-3',
    day: -548,
    headline: 'The chart case goes to Orm',
    standfirst:
      'Veldane has filed against Kassary at the arbitral panel in Orm; the panel gave Kassary sixty days to answer.',
    category: 'Diplomacy',
    status: 'Escalating',
    takeaway: 'The law is slow, and both sides have reason to want it slower.',
    body: [
      'The filing runs to 214 pages and asks for one thing: that the chart of the year before last be declared the only valid one. The panel of three, chaired by Justice Emeric Stole, accepted it on {-1}.',
      'Kassary has not said whether it will appear. It ignored the panel once, in the matter of the Grey Skerries, and lost by default.',
      'Fishing crews have more immediate worries. The herring fleet is due out, and nobody has told it whose licences are good for the eastern bank.',
    ],
    rootCauses: [
      'The treaty of the strait fixes the border at the middle of the navigable channel and says nothing about what happens when the channel moves. It has moved 400 metres in thirty years.',
      'Neither capital has a hydrographic office of its own. Both buy soundings from the same survey firm, and each buys the tide that suits it.',
    ],
    scenarios: [
      risk(
        'short',
        0.44,
        'Kassary will seize at least one fishing boat registered in Veldane.',
        corrected(
          occurred(33, 'Trawler “Patient Anna” held at Tessel', [
            COURIER,
            'Armed men boarded the trawler and brought it to Tessel.',
          ]),
          absent('The trawler had put in with engine trouble.'),
          94,
          'The Courier withdrew its report: the boat had asked for a tow and left after repairs. No other boat was held by the deadline.',
          'The Courier withdrew its report after the skipper’s own account.',
        ),
        {
          criteria: seen(
            'A boat held against its master’s will for more than 24 hours, confirmed by its owner or by Kassary.',
            no('A boat towed in at its own request'),
            no('A boat turned back at sea'),
          ),
          said: [
            {
              by: 'dorrin-hale',
              after: 2,
              probability: 0.75,
              because: 'The coastguard has a new commander and a quota to show for it.',
            },
          ],
        },
      ),
      opportunity(
        'short',
        0.69,
        'Kassary will file an answer with the panel in Orm within the sixty days.',
        occurred(
          57,
          'Kassary answers in Orm, three days before time',
          [WIRE, 'The answer was lodged with the registry this morning.'],
          [COURIER],
        ),
      ),
      consequence(
        'long',
        0.33,
        'the Commission will have redrawn both channels on a chart that both capitals sign.',
        annulled(
          'premise_false',
          402,
          'The panel found for Kassary on jurisdiction and dismissed the case, so the premise can no longer hold.',
          {
            event: happening(398, 'Orm panel dismisses Veldane’s chart case', [
              GAZETTE,
              'The panel finds that it has no jurisdiction over aids to navigation.',
            ]),
          },
        ),
        { premise: 'the panel in Orm rules for Veldane' },
      ),
      risk(
        'medium',
        0.19,
        'A collision between two merchant ships in the strait will be blamed on the moved buoys by an official inquiry.',
        absent('Two groundings, both put down to engine failure.'),
      ),
    ],
    edition: { number: 7, title: 'A filing of 214 pages; herring without a licence' },
    source: 'Littoral Press',
  },
];
