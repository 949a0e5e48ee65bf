import { matching, type Rule } from '../rule.js';

const OPINION =
  /\b(?:sets? (?:a|an|the|another|new) (?:\w+ )?(?:precedent|tone|example|stage)s?|signals?(?= (?:a|an|the|that|its|his|her|their)\b)|sends? (?:a|an|the) (?:\w+ )?(?:message|signal)|(?:marks?|represents?|is|are|constitutes?|becomes?) (?:a|an|the) (?:\w+ )?(?:turning point|watershed|milestone|new era|shift|setback|victory|defeat|blow|boost|win|test case|breakthrough|beginning of|end of an era)|(?:creates?|forms?|fits?|establishes?) (?:a|an|the) (?:\w+ )?(?:pattern|template|norm|model|blueprint|dynamic|framework)(?: in which| for)?|gives? (?:[^,.]{1,60}? )?(?:a|an|the) (?:\w+ ){0,2}(?:template|blueprint|model|playbook|roadmap|pretext|incentive|advantage|foothold|lifeline)\b|(?:undermin|erod|weaken|strengthen|damag|boost|restor|bolster|dent|shak)(?:e|es|s)? (?:[\w'’]+ ){0,3}?(?:confidence|credibility|trust|legitimacy|authority|standing|reputation|position|hand|resolve|influence|leverage|cohesion|morale)|shows? (?:that|how|the limits)|demonstrates?|underlin(?:e|es)|underscor(?:e|es)|highlights?|reflects?|illustrates?|proves? (?:that|to be|the)|opens? (?:a|the) (?:new chapter|door|way)|ushers? in|paves? the way|lays? the (?:ground|foundation)\w*|cements?|consolidates?|entrench(?:es)?|embolden(?:s)?|legitimi[sz]es?|exposes? (?:the )?(?:weakness|limits|fragility|divisions?)|reshapes?|redefines?|redraws?|transforms?|changes? the (?:calculus|game|balance|dynamics?)|shifts? the balance|tips? the balance|normali[sz]es?|raises? (?:questions?|doubts?|the stakes)|calls? into question|casts? doubt|deepens? (?:the )?(?:crisis|divisions?|mistrust|uncertainty)|serves? (?:\w+ ){0,4}interests?|plays? into the hands)\b(?: the balance of power)?/giu;

/** What the words make of an event, rather than the event. */
export const interpretation: Rule[] = [
  {
    code: 'interpretation',
    find: matching(OPINION),
    reason: ({ words }) =>
      `“${words}” is a reading of what happened: two fair people may differ. Say what would be seen.`,
    fix: ({ from }, { text }) =>
      `${text.slice(0, from)}[does what that can be seen, and where]${text.endsWith('.') ? '.' : ''}`,
    examples: [
      ['The raid sets a precedent for others.', 'sets a precedent'],
      ['The vote signals a change of course.', 'signals'],
      ['The loss marks a turning point.', 'marks a turning point'],
      ['The ruling gives insurers a template.', 'gives insurers a template'],
      ['The leak undermines public confidence in the bank.', 'undermines public confidence'],
      ['The order creates a pattern in which courts defer.', 'creates a pattern in which'],
    ],
    nearMisses: [
      'The agency publishes its rail signals contract.',
      'The union gives notice of a strike.',
      'Parliament sets a date for the vote.',
      'The bank opens a branch in Oslo.',
    ],
  },
];
