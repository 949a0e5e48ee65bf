import { useState } from 'preact/hooks';
import { type Api, ask } from '../../api.js';
import { useAsked, useDoing } from '../../asking.js';
import { Choose, Field, Said, typed } from '../../field.js';

type Topic = Api['TopicView'];

const TERMS = ['short', 'medium', 'long'] as const;

/** The days that were typed, as numbers. */
const daysIn = (said: Record<string, string>): Record<string, number> =>
  Object.fromEntries(
    TERMS.flatMap((term) => (said[`${term}Days`] ? [[`${term}Days`, Number(said[`${term}Days`])]] : [])),
  );

/** The running stories: their terms and zones. */
export function TopicsPage() {
  const { found, refused, again } = useAsked<Api['TopicViewPage']>('topics?limit=200');
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
        {found?.items.map((topic) => (
          <EditTopic key={topic.slug} topic={topic} changed={again} />
        ))}
        {found?.next && <p class="desk-hint">There are more than 200; the rest is in the API.</p>}
      </section>
    </>
  );
}

function AddTopic({ added }: { added: () => Promise<void> }) {
  const doing = useDoing();
  const submit = async (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const said = typed(event);
    const { title, zone, publishes } = said;
    await doing.run(async () => {
      await ask('topics', { body: { title, publishes, ...(zone && { zone }), ...daysIn(said) } });
      form.reset();
      await added();
    });
  };
  return (
    <form class="desk-form" onSubmit={(event) => void submit(event)}>
      <Field label="Title" name="title" required maxLength={200} doing={doing} />
      <Field label="Zone" name="zone" placeholder="UTC" hint="Such as Europe/Berlin" doing={doing} />
      <Choose
        label="What is logged in it"
        name="publishes"
        words={[
          ['at_once', 'is public at once'],
          ['desk', 'stays with the desk until it is published'],
        ]}
      />
      <Days days={{ short: 90, medium: 365, long: 1095 }} doing={doing} />
      <Said doing={doing} />
      <button type="submit" disabled={doing.busy}>
        Add the topic
      </button>
    </form>
  );
}

function EditTopic({ topic, changed }: { topic: Topic; changed: () => Promise<void> }) {
  const doing = useDoing();
  const [done, setDone] = useState(false);
  const submit = async (event: SubmitEvent) => {
    const said = typed(event);
    const kept = await doing.run(async () => {
      await ask(`topics/${topic.slug}/terms`, { body: { title: said.title, ...daysIn(said) } });
      await changed();
    });
    setDone(kept);
  };
  const { short, medium, long } = topic.terms as Record<(typeof TERMS)[number], number>;
  return (
    <details>
      <summary>{`${topic.title} · ${short}, ${medium}, ${long} days · ${topic.zone}`}</summary>
      <form class="desk-form" onSubmit={(event) => void submit(event)}>
        <Field label="Title" name="title" required maxLength={200} defaultValue={topic.title} doing={doing} />
        <Days days={{ short, medium, long }} doing={doing} />
        <Said doing={doing}>{done && <p>Changed, for new scenarios.</p>}</Said>
        <button type="submit" disabled={doing.busy}>
          Change it
        </button>
      </form>
    </details>
  );
}

function Days({
  days,
  doing,
}: {
  days: Record<(typeof TERMS)[number], number>;
  doing: ReturnType<typeof useDoing>;
}) {
  return (
    <div class="desk-row">
      {TERMS.map((term) => (
        <Field
          key={term}
          label={`Days of a ${term} term`}
          name={`${term}Days`}
          type="number"
          min={1}
          max={36500}
          required
          defaultValue={String(days[term])}
          doing={doing}
        />
      ))}
    </div>
  );
}
