import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api.js';
import type { DeskAccount } from '../desk-pages.js';
import type { Choice } from './quick-chips.js';

interface Named {
  slug: string;
  name?: string;
  title?: string;
}

/** A whole list, read page by page. */
async function everyOne(path: string): Promise<Choice[]> {
  const all: Choice[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Named[]; next: string | null } = await ask(
      `${path}?limit=200${cursor && `&cursor=${cursor}`}`,
    );
    all.push(...page.items.map(({ slug, name, title }) => ({ slug, name: name ?? title ?? slug })));
    cursor = page.next;
  }
  return all;
}

/** The topics, and the forecasters that an account may log for; the desk first. */
export function useChoices(account: DeskAccount): { topics: Choice[]; forecasters: Choice[] } {
  const [choices, set] = useState<{ topics: Choice[]; forecasters: Choice[] }>({
    topics: [],
    forecasters: [],
  });
  useEffect(() => {
    void Promise.all([everyOne('topics'), everyOne('forecasters')]).then(
      ([topics, known]) => {
        const allowed =
          account.mayLogFor === null
            ? [
                ...(known.some(({ slug }) => slug === 'desk') ? [] : [{ slug: 'desk', name: 'Desk' }]),
                ...known,
              ]
            : account.mayLogFor.map((slug) => known.find((one) => one.slug === slug) ?? { slug, name: slug });
        const isDesk = ({ slug }: Choice) => Number(slug !== 'desk');
        set({ topics, forecasters: allowed.sort((a, b) => isDesk(a) - isDesk(b)) });
      },
      () => undefined, // offline: the line itself still names the topic
    );
  }, [account.id]);
  return choices;
}
