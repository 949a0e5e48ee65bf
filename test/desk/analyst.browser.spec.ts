import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoDesk, seriousFor, startDemoDesk } from '../support/demo-desk.js';

let desk: DemoDesk;
let page: Page;
let topic: string;
beforeAll(async () => {
  desk = await startDemoDesk();
  topic = ((await desk.api('topics')) as { items: { slug: string }[] }).items[0]!.slug;
  page = await desk.openAs('analyst', '/desk');
});
afterAll(() => desk.stop());

const recorded = async (words: string): Promise<{ id: string; statement: string; deadline: string }[]> =>
  ((await desk.api(`scenarios?q=${encodeURIComponent(words)}`)) as { items: never[] }).items;

const told = () => page.locator('#quick-told');
const openBox = async () => {
  if ((await page.locator('#quick-line').count()) === 0) await page.keyboard.press('n');
  await page.locator('#quick-line').waitFor();
};
const writeLine = async (line: string) => {
  await openBox();
  await page.locator('#quick-line').fill(line);
};
const looks = async (name: string) => {
  if (process.env['SCREENSHOTS'])
    await page.screenshot({ path: `${process.env['SCREENSHOTS']}/${name}.png` });
};

describe('the quick box', () => {
  it('logs a forecast from the keyboard alone: one key, one line, one key', async () => {
    await page.goto(`${desk.listening}/desk`, { waitUntil: 'networkidle' });
    const line = `! hail shuts the ferry quay by 31/12/2031 65% #${topic}`;
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await press('n');
    await page.locator('#quick-line').waitFor();
    for (const letter of line) await press(letter);
    await press('Enter');
    await told().getByText('Recorded').waitFor();
    expect(keys).toBe(line.length + 2); // some 65 keys: at 6 a second, 11 seconds
    expect(await told().textContent()).toMatch(
      /Recorded: “hail shuts the ferry quay by 31\/12\/2031”, 65.%, by Wednesday, 31.December.2031, in [\d,]+.days/,
    );
    expect(await recorded('hail shuts')).toMatchObject([{ deadline: '2031-12-31', kind: 'risk' }]);
    expect(await page.locator('#quick-line').inputValue()).toBe(''); // ready for the next
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('quick-line');
  });

  it('echoes each piece as a chip to be changed, marks the statement, and finds what is alike', async () => {
    await writeLine(`! hail may shut the ferry quay by mid-2031 40% #${topic}`);
    await page.getByText('Monday, 30 June 2031').waitFor();
    expect(await page.locator('#quick-kind').inputValue()).toBe('risk');
    expect(await page.locator('#quick-probability').inputValue()).toBe('40');
    await page.locator('.marked mark', { hasText: 'may' }).waitFor();
    await page.getByText('On record already?').waitFor();
    await page.locator('#quick-deadline').fill('2031-07-15');
    await page.getByText('Tuesday, 15 July 2031').waitFor();
    await looks('quick-desktop');
    expect(await seriousFor(page)).toEqual([]);
  });

  it('answers the edge cases by one key, and keeps the draft through a reload', async () => {
    await openBox();
    await page.keyboard.press('Alt+e');
    await page.getByText('Would this count?').waitFor();
    expect(await page.locator('.edge-cases fieldset').count()).toBe(5);
    await page.locator('.edge-cases fieldset').first().getByLabel('no').check();
    await page.getByText('1 answered').waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await openBox();
    expect(await page.locator('#quick-line').inputValue()).toMatch(/hail may shut/);
    await page.getByText('1 answered').waitFor();
    await page.getByText('Tuesday, 15 July 2031').waitFor();
    await page.locator('#quick-line').press('Enter');
    await told().getByText('Recorded').waitFor();
    const [scenario] = await recorded('hail may shut');
    expect(scenario).toMatchObject({ deadline: '2031-07-15', criteria: { edgeCases: [{ counts: false }] } });
  });

  it('asks about 0.65, and asks again before 100 %', async () => {
    await writeLine(`+ the quay gets a roof by 2032 0.65 #${topic}`);
    await page.locator('#quick-line').press('Enter');
    await told().getByText('do you mean 65 % or 0.65 %?').waitFor();
    expect(await recorded('gets a roof')).toEqual([]);
    await page.locator('.quick-doubt').getByRole('button', { name: '65 %', exact: true }).click();
    expect(await page.locator('#quick-probability').inputValue()).toBe('65');
    await page.locator('#quick-probability').fill('100');
    await page.locator('#quick-line').press('Enter');
    await told().getByText('Press Enter again').waitFor();
    expect(await recorded('gets a roof')).toEqual([]);
    await page.locator('#quick-line').press('Enter');
    await told().getByText('Recorded').waitFor();
    expect(await recorded('gets a roof')).toHaveLength(1);
  });

  it('keeps what is being typed in a chip while an answer comes in', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/statements/similar', async (route) => {
      await held;
      await route.continue();
    });
    await writeLine(`+ the quay gets a roof of glass by 2032 60% #${topic}`);
    await page.locator('#quick-probability').waitFor();
    await page.locator('#quick-probability').fill('55');
    answer();
    await page.getByText('On record already?').waitFor();
    expect(await page.locator('#quick-probability').inputValue()).toBe('55');
    await page.unroute('**/statements/similar');
    await page.locator('#quick-line').fill('');
  });

  it('loses nothing where the connection is lost, and then records once', async () => {
    await writeLine(`> ferries wait a day by 2033 30% #${topic}`);
    await page.getByText('31 December 2033').waitFor();
    await page.context().setOffline(true);
    await page.locator('#quick-line').press('Enter');
    await told().getByText('The server cannot be reached').waitFor();
    expect(await page.locator('#quick-line').inputValue()).toMatch(/ferries wait/);
    await page.context().setOffline(false);
    // The answer of the next one is lost on its way: the server has recorded it.
    await page.route('**/api/v1/scenarios', (route) => route.fetch().then(() => route.abort()), { times: 1 });
    await page.locator('#quick-line').press('Enter');
    await told().getByText('The server cannot be reached').waitFor();
    await page.locator('#quick-line').press('Enter');
    await told().getByText('Recorded').waitFor();
    expect(await recorded('ferries wait')).toHaveLength(1);
  });
});

describe('my scenarios', () => {
  it('is worked by keys: move, revise with a reason, withdraw', async () => {
    await page.goto(`${desk.listening}/desk/scenarios?topic=${topic}`, { waitUntil: 'networkidle' });
    await page.locator('#standing-0').waitFor();
    await page.keyboard.press('j');
    const own = page.locator('.standings .here');
    const link = await own.locator('a').getAttribute('href');
    await page.keyboard.press('r');
    await page.locator('#revise-percent').waitFor();
    await page.keyboard.type('0.37');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The forecast of the weather changed.');
    await page.keyboard.press('Enter');
    await page.getByText('do you mean 37 % or 0.37 %?').waitFor();
    await page.locator('#revise-percent').fill('37');
    await page.keyboard.press('Enter');
    await page.getByText('Recorded: 37 %').waitFor();
    await looks('standings-desktop');
    const scenario = (await desk.api(link!.slice(1))) as {
      forecasts: { probability: number; rationale: string }[];
    };
    expect(scenario.forecasts.at(-1)).toMatchObject({
      ...{ probability: 0.37, rationale: 'The forecast of the weather changed.' },
    });
    await page.keyboard.press('w');
    await page.locator('#revise-reason').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Say why, in a few words').waitFor();
    await page.keyboard.type('Said in error.');
    await page.keyboard.press('Enter');
    await page.getByText('Withdrawn: the forecast').waitFor();
    expect(await seriousFor(page)).toEqual([]);
  });
});

const BRIEFING = `Quay weather

Storms and the quay

Hail came down on the quay again.

Published 3 November 2026

What could happen next?

Risk
Short term · 0.4
The quay is shut for a week.

Opportunity
Medium term · 0.2
The council pays for a roof.
`;

describe('a pasted briefing', () => {
  it('is a grid first; recorded when confirmed; then its differences, and recognised when it comes again', async () => {
    await page.goto(`${desk.listening}/desk/briefing`, { waitUntil: 'networkidle' });
    await page.locator('#briefing-text').fill(BRIEFING);
    await page.getByText('What would be recorded').waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('What would be recorded').waitFor(); // the draft survived
    expect(await page.locator('.grid-rows > li').count()).toBe(2);
    await page.locator('.marked').first().waitFor();
    await looks('briefing-desktop');
    expect(await recorded('the quay is shut for a week')).toEqual([]);
    const [first, second] = [page.locator('.grid-rows > li').first(), page.locator('.grid-rows > li').nth(1)];
    await first.getByLabel('Probability, %').fill('45');
    await first.getByLabel('Probability, %').press('Tab');
    await page.getByLabel('Published on').fill('2026-11-03');
    await page.getByLabel('Published on').press('Tab');

    await first.getByText(/Monday, 1.February.2027, .*\(by the term\)/).waitFor();
    await second.getByLabel('Deadline').fill('2027-06-30');
    await second.getByText(/Wednesday, 30.June.2027, .*\(as chosen\)/).waitFor();
    await second.getByLabel('If (premise)').focus();
    await page.keyboard.press('Alt+e');
    await second.getByText('Would this count?').waitFor();
    expect(await first.getByText('Would this count?').count()).toBe(0);
    await second.getByLabel('What would have to be seen').fill('The minutes of the council.');
    await second.locator('.edge-cases fieldset').first().getByLabel('no').check();
    await second.getByText('1 answered').waitFor();
    await looks('briefing-edge-cases');
    expect(await seriousFor(page)).toEqual([]);

    await page.getByRole('button', { name: 'Record all of this' }).click();
    await page.getByText(/Recorded: “.*” with 2.scenarios/).waitFor();
    expect(await recorded('the quay is shut for a week')).toMatchObject([{ deadline: '2027-02-01' }]);
    expect(await recorded('the council pays for a roof')).toMatchObject([
      {
        deadline: '2027-06-30',
        criteria: { text: 'The minutes of the council.', edgeCases: [{ counts: false }] },
      },
    ]);

    await page.locator('#briefing-text').fill(BRIEFING);
    await page.getByText('The differences stand below.').waitFor();
    await page.getByText('New probability: 45 % → 40 %.').waitFor();
    await page.getByLabel('Published on').fill('2026-11-03');
    await page.getByLabel('Published on').press('Tab');
    await page.locator('.grid-rows > li').first().getByLabel('Probability, %').fill('45');
    await page.locator('.grid-rows > li').first().getByLabel('Probability, %').press('Tab');
    await page.getByText('This briefing is on record, just so.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Record all of this' }).isDisabled()).toBe(true);
  });
});

describe('an edition that only an editor may judge', () => {
  const NEXT = BRIEFING.replace('3 November', '10 November').replace('for a week', 'for a whole week');

  it('is handed on whole, waits for the editors, and is recorded by one of them', async () => {
    await page.goto(`${desk.listening}/desk/briefing`, { waitUntil: 'networkidle' });
    await page.locator('#briefing-text').fill(NEXT);
    await page.getByText('An editor says what became of it.').waitFor();
    await page.getByText('Its deadline and its criteria stand as they are on record').first().waitFor();
    expect(await page.getByRole('button', { name: 'Record all of this' }).isDisabled()).toBe(true);
    await page.getByLabel('A word to the editors').fill('Is it the same week?');
    await page.getByRole('button', { name: 'Hand it on to the editors' }).click();
    await page.getByText('Handed on: it waits').waitFor();
    await page.getByRole('heading', { name: /Handed on to the editors: 1.briefing/ }).waitFor();
    expect(await page.locator('#briefing-text').inputValue()).toBe('');
    await looks('handed-on');
    expect(await seriousFor(page)).toEqual([]);

    const editor = await desk.openAs('editor', '/desk/briefing');
    await editor.getByText('Is it the same week?').waitFor();
    await editor.getByRole('button', { name: /Take it up/ }).click();
    await editor.getByText(/Handed on by .*: Is it the same week\?/).waitFor();
    await editor.locator('[id^="choice-"]').selectOption('clarified');
    expect(await seriousFor(editor)).toEqual([]);
    await editor.getByRole('button', { name: 'Record all of this' }).click();
    await editor.getByText(/Recorded: “.*” with 2.scenarios/).waitFor();
    await editor.getByText('Is it the same week?').waitFor({ state: 'detached' });
    await editor.close();
    const [scenario] = await recorded('the quay is shut for a week');
    expect(await desk.api(`scenarios/${scenario!.id}`)).toMatchObject({
      editions: [{ standing: 'clarified', statement: 'The quay is shut for a whole week.' }],
    });
  });
});

describe('my calibration', () => {
  it('shows what was said and what became of it, and gives it all as a file', async () => {
    await page.goto(`${desk.listening}/desk/calibration`, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Biggest misses' }).waitFor();
    await looks('calibration-desktop');
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    expect((await file).suggestedFilename()).toBe('my-forecasts.csv');
  });

  it('counts what makes my open statements hard to judge, each mark with the latest that has it', async () => {
    const section = page.getByRole('region', { name: 'What makes them hard to judge' });
    await section.waitFor();
    const forecaster = await page.locator('select').first().inputValue();
    const answer = await fetch(`${desk.listening}/api/v1/standings/habits?forecaster=${forecaster}`, {
      headers: { authorization: `Bearer ${desk.tokens['analyst']}` },
    });
    const { statements, marks } = (await answer.json()) as {
      statements: number;
      marks: { statements: number; latest: { id: string; statement: string } }[];
    };
    expect(marks.length).toBeGreaterThan(0);
    const items = await section.getByRole('listitem').allTextContents();
    expect(items).toHaveLength(marks.length);
    for (const [index, mark] of marks.entries()) {
      expect(items[index]).toMatch(new RegExp(`^${mark.statements} of ${statements}: `));
      expect(items[index]).toContain(mark.latest.statement);
    }
    expect(await section.getByRole('link').first().getAttribute('href')).toBe(
      `/scenarios/${marks[0]!.latest.id}`,
    );
  });

  it('complains of nothing', () => {
    expect(desk.complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(one))).toEqual([]);
  });
});
