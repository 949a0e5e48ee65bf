import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoDesk, seriousFor, startDemoDesk } from '../support/demo-desk.js';
import { pasteText } from '../support/keyboard.js';

interface Found {
  id: string;
  statement: string;
  kind: string;
  deadline: string;
  topic: { slug: string };
}

let desk: DemoDesk;
let page: Page;
let topic: string;
let standing: Found;
beforeAll(async () => {
  desk = await startDemoDesk();
  standing = ((await desk.api('scenarios?state=open&limit=1')) as { items: Found[] }).items[0]!;
  topic = standing.topic.slug;
  page = await desk.openAs('analyst', '/desk');
});
afterAll(() => desk.stop());

const recorded = async (words: string): Promise<Found[]> =>
  ((await desk.api(`scenarios?q=${encodeURIComponent(words)}`)) as { items: Found[] }).items;
const openCount = async (): Promise<number> => ((await desk.api('calibration')) as { open: number }).open;
const rows = () => page.locator('.grid-rows > li');
const told = () => page.locator('#main [role="status"]');
const record = () => page.getByRole('button', { name: /^Record \d/ });
const allRead = () =>
  page.locator('.grid-rows').getByText('not read yet').first().waitFor({ state: 'detached' });

describe('several predictions, pasted into the quick box', () => {
  const text = `! the bellows of the organ burst by 31/12/2032 65% #TOPIC
+ the bellows of the organ are sold by 2033 0.3 #TOPIC
STANDING 40% #TOPIC`;
  let before: number;

  it('become a grid of what would be recorded, with what is on record flagged, and nothing written', async () => {
    before = await openCount();
    await page.keyboard.press('n');
    await page.locator('#quick-line').focus();
    const pasted = text
      .replaceAll('TOPIC', topic)
      .replace('STANDING', standing.statement.replaceAll('%', ''));
    await pasteText(page, pasted);
    await page.waitForURL(`${desk.listening}/desk/lines`);
    await rows().nth(2).getByText('on record already?').waitFor();
    expect(await rows().nth(0).textContent()).toMatch(
      /Line 1: Risk, 65.%, by Friday, 31.December.2032, in [\d,]+.days, in “/,
    );
    expect(await rows().nth(1).textContent()).toContain('no probability');
    expect(await rows().nth(2).textContent()).toContain('of no kind');
    expect(await openCount()).toBe(before);
    expect(await seriousFor(page)).toEqual([]);
  });

  it('asks for what is missing, line by line, and writes nothing before all of it is said', async () => {
    await record().click();
    await told()
      .getByText(/^Line 2: .*0\.3/)
      .waitFor();
    await rows().nth(1).getByRole('button', { name: 'Change' }).click();
    await rows().nth(1).locator('.quick-doubt').getByRole('button', { name: '30 %', exact: true }).click();
    await rows().nth(1).getByText('30 %, by').waitFor();
    await record().click();
    await told().getByText('Line 3: Say what it is').waitFor();
    await rows().nth(2).getByRole('button', { name: 'Leave out' }).click();
    expect(await openCount()).toBe(before);
  });

  it('survives a reload; then each is recorded, once', async () => {
    await page.reload({ waitUntil: 'networkidle' });
    await allRead();
    await record().click();
    await told().getByText('Recorded: 2 predictions.').waitFor();
    expect((await recorded('bellows')).map(({ kind, deadline }) => [kind, deadline]).sort()).toEqual([
      ['opportunity', '2033-12-31'],
      ['risk', '2032-12-31'],
    ]);
    expect(await openCount()).toBe(before + 2);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await rows().locator('a').count()).toBe(2);
    expect(await record().count()).toBe(0);
    await page.getByRole('button', { name: 'Start anew' }).click();
    expect(await page.locator('#lines-text').inputValue()).toBe('');
  });
});

describe('a table of predictions, opened as a file', () => {
  const table = `Statement;Kind;Probability;Deadline;Premise;Notes
"The gasworks, or its tower, is torn down.";risk;0,35;2032-06-30;;seen
The gasworks is lit again.;opportunity;65;2032-06-30;the tower stands;
The gasworks becomes a museum.;consequence;100%;2032-06-30;;
`;

  it('is read by its columns; what cannot be taken is said, and nothing is guessed', async () => {
    const before = await openCount();
    await page.goto(`${desk.listening}/desk/lines`, { waitUntil: 'networkidle' });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'gasworks.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('Nothing is taken from these columns: notes.').waitFor();
    await rows().nth(1).getByText('“65” is no probability: write 0.65 or 65 %.').waitFor();
    await page.locator('#lines-topic').selectOption(topic);
    await rows().nth(0).getByText('Risk, 35 %, by Wednesday, 30 June 2032').waitFor();
    await rows().nth(1).getByRole('button', { name: 'Change' }).click();
    await page.locator('#line-3-probability').fill('65');
    await page.locator('#line-3-probability').press('Enter');
    await rows().nth(1).getByText('65 %, by').waitFor();
    await allRead();
    await record().click();
    await told().getByText('Line 4: it says that you are certain.').waitFor();
    expect(await openCount()).toBe(before);
    await record().click();
    await told().getByText('Recorded: 3 predictions.').waitFor();
    expect((await recorded('gasworks')).map(({ statement }) => statement).sort()).toEqual([
      'The gasworks becomes a museum.',
      'The gasworks is lit again.',
      'The gasworks, or its tower, is torn down.',
    ]);
  });

  it('that is no text in UTF-8, or too large, is not opened', async () => {
    await page.getByRole('button', { name: 'Start anew' }).click();
    const open = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await open('old.csv', Buffer.from('statement\nCaf\xe9 closes.', 'latin1'));
    await told().getByText('“old.csv” is not text in UTF-8').waitFor();
    await open('whole.csv', Buffer.alloc(2_000_001, 'a'));
    await told().getByText('“whole.csv” has 3 MB').waitFor();
    expect(await rows().count()).toBe(0);
  });

  it('that is broken is kept, and says where', async () => {
    await page.locator('#lines-text').fill('statement,kind\nIt hails.,risk\n"It snows.,risk');
    await page.getByText(/The table cannot be read at line \d/).waitFor();
    await page.locator('#lines-text').fill('statement,kind\nIt hails.,risk\nIt snows.,risk');
    await rows().nth(1).getByText('It snows.').waitFor();
    await page.locator('#lines-text').fill('');
    expect(await rows().count()).toBe(0);
  });
});

describe('a lost connection', () => {
  it('leaves what is not on record waiting; going on doubles nothing', async () => {
    const text = ['a', 'b', 'c']
      .map((one) => `! the marsh ${one} is drained by 2033 20% #${topic}`)
      .join('\n');
    await page.locator('#lines-text').fill(text);
    await rows().nth(2).getByText('20 %, by').waitFor();
    await allRead();
    let answered = 0;
    await page.route('**/api/v1/scenarios', async (route) => {
      answered += 1;
      // The second is recorded, and its answer is lost.
      if (answered === 2) await route.fetch();
      return answered === 1 ? route.continue() : route.abort();
    });
    await record().click();
    await told().getByText('Recorded: 1 prediction. The server cannot be reached.').waitFor();
    await page.unroute('**/api/v1/scenarios');
    await record().click();
    await told().getByText('Recorded: 2 predictions.').waitFor();
    expect(await recorded('marsh')).toHaveLength(3);
  });
});
