import { addDays } from '../days.js';
import { dayInWords, fillDays, headerDay, termDays } from './days.js';
import type { BriefingSource, ScenarioSource, TopicSource } from './types.js';

const KIND_TITLES = { risk: 'Risk', opportunity: 'Opportunity', consequence: 'Consequence' } as const;
const TERM_TITLES = { short: 'Short term', medium: 'Medium term', long: 'Long term' } as const;

/** The sentence as a reader sees it, its days filled in. */
export function scenarioSentence(topic: TopicSource, scenario: ScenarioSource, publishedOn: string): string {
  const sentence =
    scenario.premise === undefined ? scenario.statement : `If ${scenario.premise}, ${scenario.statement}`;
  return fillDays(sentence, publishedOn, addDays(publishedOn, termDays(topic, scenario.term)));
}

/**
 * A briefing as somebody would copy it from its page, in the form that the parser reads: header, standfirst, body,
 * "What could happen next?", edition, source line, perspectives.
 */
export function briefingText(
  topic: TopicSource,
  briefing: BriefingSource,
  publishedOn: string,
  time: string,
): string {
  const fill = (text: string): string => fillDays(text, publishedOn);
  const body = briefing.body.map(fill);
  const blocks: string[] = [
    `${topic.title}\n${headerDay(publishedOn)}`,
    fill(briefing.headline),
    `${readingMinutes(body)} min read\n${time}UTC`,
    fill(briefing.standfirst),
    `${briefing.category}${briefing.status}\nKey takeaway`,
    fill(briefing.takeaway),
    ...body,
    ...deepAnalysis(briefing).map(fill),
    ['What could happen next?', ...briefing.scenarios.map((s) => item(topic, s, publishedOn))].join('\n'),
    'First Reported In',
    `Update #${briefing.edition.number} · ${briefing.edition.title}`,
    `${briefing.source}· ${dayInWords(publishedOn)}\nRead original`,
  ];
  const perspectives = (briefing.perspectives ?? []).map(
    ([actor, view]) => `${actor}\n${actor}\n${fill(view)}`,
  );
  const end = perspectives.length === 0 ? '' : `\n${['Different Perspectives', ...perspectives].join('\n')}`;
  return `${blocks.join('\n\n')}${end}\n`;
}

function item(topic: TopicSource, scenario: ScenarioSource, publishedOn: string): string {
  return [
    `  • ${KIND_TITLES[scenario.kind]}`,
    '',
    `    ${scenarioSentence(topic, scenario, publishedOn)}`,
    '',
    `    ${TERM_TITLES[scenario.term]} · ${scenario.probability}`,
  ].join('\n');
}

function deepAnalysis(briefing: BriefingSource): string[] {
  const blocks: string[] = [];
  if (briefing.plainEnglish !== undefined)
    blocks.push('Deep Analysis', 'In plain English', briefing.plainEnglish);
  if (briefing.rootCauses !== undefined) {
    const [first, ...rest] = briefing.rootCauses;
    blocks.push('Deep Analysis\nRoot Causes', ...(first === undefined ? [] : [first]), ...rest);
  }
  return blocks;
}

/** At two hundred words a minute, and never under one. */
function readingMinutes(body: readonly string[]): number {
  return Math.max(1, Math.ceil(body.join(' ').split(/\s+/).length / 200));
}
