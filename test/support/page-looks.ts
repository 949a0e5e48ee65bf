import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What depends on the colours alone, so that it is all there is to look at again in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds that is serious or worse, by rule; of the light page everything, of the dark one the colours. */
export async function seriousLightAndDark(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(OF_COLOURS)).analyze();
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${colorScheme}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Sizes of the window in CSS pixels; that of zoom is 1280×900 at 200 %, where the page was opened at two pixels each. */
export const WINDOWS = {
  desktop: { width: 1280, height: 900 },
  zoomed: { width: 640, height: 450 },
  phone: { width: 360, height: 740 },
} as const;

/** Opens whatever opens, so that all of the page is looked at. */
export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));

/** What the page shows as text, without the spaces that its layout makes. */
export const shownText = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replace(/\s+/g, '');

/** What is wider than its place: nothing, where nobody has to scroll sideways and no text is cut off. */
export const runningOver = (page: Page): Promise<string[]> => page.evaluate(findRunningOver);

function findRunningOver(): string[] {
  const nameOf = (one: Element) =>
    `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent?.slice(0, 40)}`;
  const { scrollWidth, clientWidth } = document.documentElement;
  const all = [...document.body.querySelectorAll('*')];
  const cut = all.filter((one) => {
    const isField = one.matches('input, select, textarea, canvas, svg, svg *');
    if (isField || one.clientWidth <= 1 || one.scrollWidth <= one.clientWidth + 1) return false;
    return ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
  });
  const wide =
    scrollWidth <= clientWidth
      ? []
      : all.filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest('.scroll'));
  const told = scrollWidth <= clientWidth ? [] : [`${scrollWidth} px in ${clientWidth} px`];
  return [...told, ...wide.slice(-3).map(nameOf), ...cut.map((one) => `cut off, ${nameOf(one)}`)];
}

interface Walk {
  unreached: string[];
  unseen: string[];
}

/** Goes through the whole page by Tab. @returns what no Tab leads to, and what does not show that it has the focus */
export async function walkByTab(page: Page): Promise<Walk> {
  const presses = await page.evaluate(beginWalk);
  for (let i = 0; i < presses; i += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => (window as unknown as { walk: () => Walk }).walk());
}

/** Notes where the focus goes from now on, and how it looks there. @returns how many presses lead through all */
function beginWalk(): number {
  const look = (one: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(one);
    const outline =
      outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineStyle} ${outlineWidth}`;
    return { outline, rest: [boxShadow, backgroundColor, borderColor].join(' ') };
  };
  const nameOf = (one: Element) =>
    `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}”`;
  const due = [
    ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ].filter((one) => {
    const isShown = one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
    // Of the choices of one, the keyboard stops at that which is chosen.
    const isOther = one.matches('input[type=radio]:not(:checked)');
    return isShown && !isOther && !one.matches(':disabled, [type=hidden]');
  });
  const before = new Map(due.map((one) => [one, look(one).rest]));
  const unseen = new Set<string>();
  const reached = new Set<Element>();
  document.addEventListener('focusin', ({ target }) => {
    const one = target as Element;
    reached.add(one);
    const { outline, rest } = look(one);
    if (outline === '' && rest === (before.get(one) ?? rest)) unseen.add(nameOf(one));
  });
  (document.activeElement as HTMLElement | null)?.blur();
  (window as unknown as { walk: () => Walk }).walk = () => ({
    unreached: due.filter((one) => one.isConnected && !reached.has(one)).map(nameOf),
    unseen: [...unseen],
  });
  // A day is written in several parts, each a stop.
  return due.length + 4 * document.querySelectorAll('input[type^=date]').length + 10;
}
