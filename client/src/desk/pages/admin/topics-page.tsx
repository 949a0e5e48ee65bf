import { useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useAskedAll, useDoing } from '../../asking.js';
import type { Faults } from '../../faults.js';
import { ChoiceField, InputField } from '../../field.js';
import { Form, type Typed, versionIn } from '../../form.js';

type Topic = Api['TopicView'];

const TERMS = ['short', 'medium', 'long'] as const;

/** The days that were typed, as numbers. */
const daysIn = (said: Typed): Record<string, number> =>
  Object.fromEntries(
    TERMS.flatMap((term) => (said[`${term}Days`] ? [[`${term}Days`, Number(said[`${term}Days`])]] : [])),
  );

/** The running stories: their terms and zones. */
export function TopicsPage() {
  const { found, refused, again } = useAskedAll<Api['TopicView']>('topics');
  return (
    <>
      <h1>Topics</h1>
      <p>
        A topic turns a term into days. Another policy is for new scenarios: deadlines on record stay. The
        zone, in which days end, stays with the topic.
      </p>
      {refused && <p class="desk-refusal">{refused.message}</p>}
      <section>
        <h2>Add a topic</h2>
        <AddTopic added={again} />
      </section>
      <section>
        <h2>All of them</h2>
        {found?.map((topic) => (
          <EditTopic key={topic.slug} topic={topic} changed={again} />
        ))}
      </section>
    </>
  );
}

function AddTopic({ added }: { added: () => Promise<void> }) {
  const doing = useDoing();
  const { faults } = doing;
  const add = async (said: Typed, form: HTMLFormElement) => {
    const { title, zone, publishes } = said;
    await ask('topics', { body: { title, publishes, ...(zone && { zone }), ...daysIn(said) } });
    form.reset();
    await added();
  };
  return (
    <Form doing={doing} sends="Add the topic" onSend={add}>
      <InputField label="Title" name="title" required maxLength={200} faults={faults} />
      <InputField label="Zone" name="zone" placeholder="UTC" hint="Such as Europe/Berlin" faults={faults} />
      <ChoiceField
        label="What is logged in it"
        name="publishes"
        faults={faults}
        words={[
          ['at_once', 'is public at once'],
          ['desk', 'stays with the desk until it is published'],
        ]}
      />
      <Days days={{ short: 90, medium: 365, long: 1095 }} faults={faults} />
    </Form>
  );
}

function EditTopic({ topic, changed }: { topic: Topic; changed: () => Promise<void> }) {
  const doing = useDoing();
  const { faults } = doing;
  const [done, setDone] = useState(false);
  const change = async (said: Typed) => {
    setDone(false);
    const body = { title: said.title, ...daysIn(said) };
    await ask(`topics/${topic.slug}/terms`, { body, version: versionIn(said) });
    await changed();
    setDone(true);
  };
  const { short, medium, long } = topic.terms as Record<(typeof TERMS)[number], number>;
  return (
    <details>
      <summary>{`${topic.title} · ${short}, ${medium}, ${long} days · ${topic.zone}`}</summary>
      <Form doing={doing} sends="Change it" onSend={change} version={topic.version} onStale={changed}>
        <InputField
          {...{ label: 'Title', name: 'title', defaultValue: topic.title, faults }}
          required
          maxLength={200}
        />
        <Days days={{ short, medium, long }} faults={faults} />
        <p role="status">{done && 'Changed, for new scenarios.'}</p>
      </Form>
    </details>
  );
}

function Days({ days, faults }: { days: Record<(typeof TERMS)[number], number>; faults: Faults }) {
  return (
    <div class="desk-row">
      {TERMS.map((term) => (
        <InputField
          key={term}
          label={`Days of a ${term} term`}
          name={`${term}Days`}
          type="number"
          min={1}
          max={36500}
          required
          defaultValue={String(days[term])}
          faults={faults}
        />
      ))}
    </div>
  );
}
