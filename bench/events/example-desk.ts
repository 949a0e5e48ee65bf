import { addDays, type Day } from '../../src/days.js';
import { termDays } from '../../src/example-desk/days.js';
import { exampleDeskScript, TOPICS } from '../../src/example-desk/index.js';
import type { Story } from './story.js';

const LAST_DAY: Day = '2026-06-30';

/** The example desk as stories: each scenario that occurred, and the events that its resolution rests on. */
export function exampleDeskStories(): Story[] {
  const script = exampleDeskScript(LAST_DAY);
  const bears = new Map<string, string[]>();
  const criteria = new Map<string, string>();
  for (const step of script) {
    if (step.type === 'resolution' && step.outcome === 'occurred') bears.set(step.scenario, step.evidence);
    if (step.type === 'criteria') criteria.set(step.scenario, step.text);
  }
  return TOPICS.map((topic) => ({
    topic: topic.slug,
    scenarios: topic.briefings.flatMap((briefing) => {
      const openedOn = addDays(LAST_DAY, briefing.day);
      return briefing.scenarios.flatMap((scenario, index) => {
        const ref = `${briefing.ref}/${index}`;
        const settled = bears.get(ref);
        if (!settled) return [];
        const { statement, premise } = scenario;
        const deadline = addDays(openedOn, termDays(topic, scenario.term));
        return [
          {
            ...{ topic: topic.slug, openedOn, deadline, statement, premise },
            criteria: criteria.get(ref) ?? null,
            bears: settled,
          },
        ];
      });
    }),
    events: script.flatMap((step) =>
      step.type === 'event' && step.topic === topic.slug
        ? [
            {
              ...{ topic: topic.slug, ref: step.ref, occurredOn: step.occurredOn, headline: step.headline },
              summary: step.summary ?? null,
              sources: step.sources.flatMap(({ quote, text }) => [quote ?? '', text ?? ''].filter(Boolean)),
            },
          ]
        : [],
    ),
  }));
}
