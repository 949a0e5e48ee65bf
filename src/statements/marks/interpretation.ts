import { matching, type Rule } from '../rule.js';

const OF_TRUST =
  'confidence|credibility|trust|legitimacy|authority|standing|reputation|prestige|position|hand|resolve|influence|leverage|cohesion|morale|traction|ground|momentum|relevance|initiative|upper hand';
/** By their kind, the words that read a meaning into what happens. */
const OPINIONS = [
  '(?:sets?|provides?|offers?) (?:a|an|the|another|new) (?:\\p{L}+ )?(?:precedent|tone|example|stage|template|blueprint|model|playbook|roadmap|pretext|way out|off-ramp|opening)s?',
  'signals?(?= (?:a|an|the|that|its|his|her|their)\\b)|sends? (?:a|an|the) (?:\\p{L}+ )?(?:message|signal)',
  '(?:marks?|represents?|is|are|constitutes?|becomes?|amounts to|proves?|serves? as) (?:a|an|the) (?:\\p{L}+ )?(?:turning point|watershed|milestone|new era|shift|setback|victory|defeat|blow|boost|win|test case|breakthrough|beginning of|end of an era|default|new normal|norm|template|model|symbol|lifeline|game changer|wake-up call)(?: solution| option)?',
  '(?:creates?|forms?|fits?|establishes?|opens?|leaves?) (?:a|an|the) (?:\\p{L}+ )?(?:pattern|template|norm|model|blueprint|dynamic|dependency|dependence|vacuum|dilemma|opening|opportunity|perception|impression|sense|incentive|loophole|rift|divide|new chapter|door|new reality|balance|precedent|climate|imbalance|channel for)(?: in which| for)?',
  'leaves? (?:\\p{L}+ ){1,4}?(?:with (?:a|no|little) choice|isolated|exposed|vulnerable|weakened)',
  "gives? (?:[^,.]{1,60}? )?(?:a|an|the) (?:\\p{L}+ ){0,2}(?:template|blueprint|model|playbook|roadmap|pretext|incentive|advantage|foothold|lifeline|upper hand|free hand)|gives? [\\p{L}’']+ cover|los(?:e|es|ing) patience|(?:unity|cohesion|consensus|alliance|resolve) (?:[\\p{L}]+ ){0,3}?(?:frays?|cracks?|crumbles?)",
  `(?:erod|weaken|strengthen|damag|boost|restor|bolster|dent|shak|tarnish|lend|los|gain)(?:e|es|s|ing)? (?:[\\p{L}'’]+ ){0,3}?(?:${OF_TRUST})\\b`,
  `(?:${OF_TRUST}) (?:(?:in|over|with|among|of) [\\p{L}’']+ )?(?:diminish(?:es)?|wanes?|erodes?|weakens?|strengthens?)`,
  `undermin(?:es?|ing)(?: (?:[\\p{L}'’]+ ){0,3}?(?:${OF_TRUST})\\b)?|embolden(?:s|ed)?|complicates?|vindicates?|validates?|legitimi[sz]es?|normali[sz]es?|entrench(?:es)?|cements?|consolidates?|reshapes?|redefines?|transforms?|polari[sz]es?|sidelines?|galvani[sz]es?|hedges?|fuels|stokes?|heightens?|inflames?`,
  'shows? (?:that|how|the limits)|demonstrates?(?= (?:that|how|the|its|his|her|their|an?)\\b)|underlin(?:e|es)|underscor(?:e|es)|highlights?|reflects?|illustrates?|proves? (?:that|to be|the)|suggests? that|implies|means that',
  'ushers? in|paves? the way|opens? (?:a new chapter|the (?:door|way))|lays? the (?:ground|foundation)\\p{L}*|exposes? (?:the |its |their )?(?:\\p{L}+ )?(?:weakness|limits|fragility|divisions?|rifts?|cracks?|splits?|tensions?|vulnerabilit(?:y|ies))|redraws?|changes? the (?:calculus|game|balance|dynamics?)|(?:shifts?|tips?) the balance|drives? a wedge|looms?|(?:crisis|conflict|dispute|rift|divide|split) (?:deepens|widens|worsens|hardens)|dash(?:es)? hopes|eases? tensions',
  'raises? (?:questions?|doubts?|the stakes|fears|hopes)|calls? into question|casts? (?:doubt|a shadow)|(?:adds?|puts?) (?:\\p{L}+ )?pressure|plays? into the hands|serves? (?:\\p{L}+ ){0,4}interests?|makes? it (?:much )?(?:harder|easier|more difficult|less likely|more likely)',
  '(?:deepen|widen|harden|sharpen)(?:s|ing)? (?:the |its |their )?(?:\\p{L}+ )?(?:crisis|divisions?|mistrust|uncertainty|rift|divide|ties|split|stance|conflict|isolation|instability|dependence|cooperation)',
];
const OPINION = new RegExp(`\\b(?:${OPINIONS.join('|')})(?![\\p{L}])(?: the balance of power)?`, 'iu');

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
      'More than 500 people demonstrate in Oslo.',
    ],
  },
];
