import { useEffect, useState } from 'preact/hooks';
import { askAll } from '../api.js';
import type { DeskAccount } from '../desk-pages.js';
import type { Choice } from './quick-chips.js';

interface Named {
  slug: string;
  name?: string;
  title?: string;
}

const everyOne = async (path: string): Promise<Choice[]> =>
  (await askAll<Named>(path)).map(({ slug, name, title }) => ({ slug, name: name ?? title ?? slug }));

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
