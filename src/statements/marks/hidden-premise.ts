import { lastClause, lowerFirst, matching, replaced, type Rule, sides } from '../rule.js';

const reason = (words: string) =>
  `“${words}” is a condition that is not said to be one: if it fails, the statement is neither true nor false. Make it the premise.`;

/** How each word says that something is no more than possible, and how it reads behind "if". */
const CONDITIONS: Record<string, string> = {
  successful: 'succeeds',
  unsuccessful: 'fails',
  failed: 'fails',
  renewed: 'begins again',
  continued: 'goes on',
  prolonged: 'goes on for [how long?]',
  further: 'follows',
  another: 'follows',
  repeated: 'is repeated',
  any: 'comes about',
};

const OPENING = `(?:an? |the )?(?:${[...Object.keys(CONDITIONS), 'no', 'yes'].join('|')})`;
const OPENS = new RegExp(`^${OPENING}\\b`, 'i');
const CLAUSE_OPENS = new RegExp(`^ ${OPENING} |\\b(?:that|which|who|what|whether) `, 'i');
/** Whether what comes before "would" is a condition, or a clause that depends on another. */
const isConditional = (before: string): boolean =>
  OPENS.test(before) || CLAUSE_OPENS.test(lastClause(before));

/** Conditions inside the claim. */
export const hiddenPremise: Rule[] = [
  {
    code: 'hidden_premise',
    find: matching(
      new RegExp(
        `(?<=^|[,;] |\\bthat )(?<mark>(?<article>an? |the )?(?<word>${Object.keys(CONDITIONS).join('|')}) (?<thing>[^,;.]{2,80}?) (?<verb>would|could|might|may|(?<!\\b(?:another|further|any|repeated)\\b[^,;.]*)will))\\b`,
        'iu',
      ),
    ),
    reason: ({ words }) => reason(words),
    fix: (found, reading) => {
      const { article = '', word, thing } = found.groups;
      const happens = CONDITIONS[word!.toLowerCase()]!;
      const noun = lowerFirst(
        `${article && article.replace(/^an? /i, /^[aeiou]/i.test(thing!) ? 'an ' : 'a ')}${thing}`,
      );
      return replaced(reading, found, `if ${noun} ${happens}, it will`);
    },
    examples: [
      ['A successful trial would open the market.', 'A successful trial would'],
      ['Renewed shelling of Sumy would halt trains.', 'Renewed shelling of Sumy would'],
      ['A failed vote could bring him down.', 'A failed vote could'],
    ],
    nearMisses: [
      'The successful bidder signs the contract.',
      'If a trial succeeds, the price would fall.',
      'Further talks take place in Doha.',
      'A further batch of buses will arrive.',
    ],
  },
  {
    code: 'hidden_premise',
    find: matching(
      /(?<=^|[,;] )(?<mark>(?:an? |the )?(?<vote>no|yes)[- ]vote(?: [^,;.]{2,40}?)? (?:would|could|will))\b/iu,
    ),
    reason: ({ words }) => reason(words),
    fix: (found, reading) =>
      replaced(reading, found, `if the vote is ${found.groups['vote']!.toLowerCase()}, it will`),
    examples: [['A no vote would end the coalition.', 'A no vote would']],
    nearMisses: ['The chamber holds a vote.'],
  },
  {
    code: 'hidden_premise',
    find: matching(
      /^(?<mark>(?<lead>without|in the absence of|absent|short of|failing|barring|in the event of|in case of|with|given|once|as soon as|when|should) (?<thing>[^,;.]{2,80})),(?= )/iu,
      ({ groups }) =>
        !/^(?:with|given)$/i.test(groups['lead']!) ||
        /(?:(?<!\p{L})\p{L}+ed|\b(?:in place|gone|open|shut|cut|lost|out|over|under way))$/u.test(
          groups['thing']!,
        ),
    ),
    reason: ({ words }) => reason(words),
    fix: ({ groups, to }, { text }) => {
      const { lead, thing } = groups;
      if (/^(?:with|given)$/i.test(lead!))
        return `If ${thing!.replace(/ (?=\S+$)/, ' [is or are] ')}${text.slice(to)}`;
      const clause = /^(?:once|as soon as|when|should)$/i.test(lead!);
      const missing = /^(?:without|in the absence of|absent|short of|failing|barring)$/i.test(lead!);
      const noun = missing ? thing!.replace(/^(?:an?|the|any) /, '') : thing;
      return `If ${clause ? noun : `there is ${missing ? 'no ' : ''}${noun}`}${text.slice(to)}`;
    },
    examples: [
      ['Without a deal, the port closes.', 'Without a deal'],
      ['In the event of a coup, Togo leaves the bloc.', 'In the event of a coup'],
      ['Once the ice melts, the ship sails.', 'Once the ice melts'],
    ],
    nearMisses: [
      'The ship leaves without a pilot.',
      'With 40 seats, the party wins the vote.',
      'If there is no deal, the port closes.',
    ],
  },
  {
    code: 'hidden_premise',
    find: matching(
      /\bwould\b/u,
      (found, reading) => !reading.hasPremise && !isConditional(sides(reading, found)[0]),
    ),
    reason: () =>
      '“would” hangs on a condition that is not said: give it as the premise, or say “will” if there is none.',
    fix: ({ from }, { text }) =>
      `If [what must happen first], ${lowerFirst(text.slice(0, from))}would${text.slice(from + 5)}`,
    examples: [['The ferry would return to Dover.', 'would']],
    nearMisses: [
      'If the quay is mended, the ferry would return.',
      'The ferry would return if the quay is mended.',
      'Labour publishes a bill that would ban it.',
    ],
  },
];
