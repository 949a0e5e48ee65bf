import { describe, expect, it } from '@jest/globals';
import {
  arguableAssets,
  arguableEnd,
  arguableItems,
  arguableMiddle,
  arguableStart,
  embeddedJson,
} from '../../src/pages/arguable.js';
import type { PublicRecord } from '../../src/track-records/public-record.js';
import { addToTotals, noTotals } from '../../src/track-records/record-totals.js';
import { reportOfRecord } from '../../src/track-records/report-of-record.js';
import { forecastOf, recordOf, recordScenario } from './builders.js';
import { ASSETS, partsOf, sha256 } from './parts.js';

/** The whole file, as the service puts it together. */
function fileOf(record: PublicRecord, shown = record.scenarios.length): string {
  const text = embeddedJson(record);
  const head = { digest: sha256(text), report: reportOfRecord(record) };
  const totals = record.scenarios.reduce(addToTotals, noTotals());
  const first = { ...record, scenarios: record.scenarios.slice(0, shown) };
  return [
    arguableStart({ ...head, totals, record: first }, ASSETS),
    ...record.scenarios.slice(shown).map(arguableItems(record)),
    arguableMiddle(head.digest),
    text,
    arguableEnd(ASSETS),
  ].join('');
}

/** Each tries to end an element, to begin one, or to run. */
const ATTACKS = [
  '</script><script>alert(1)</script>',
  '</SCRIPT ><img src=x onerror=alert(1)>',
  '<!--<script>',
  '--></script>',
  '</noscript><script>alert(1)</script><noscript>',
  '</style><svg onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '" onmouseover="alert(1)" x="',
  `' autofocus onfocus='alert(1)`,
  '<iframe srcdoc="<script>alert(1)</script>">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '\u2028\u2029\u0000\ud800',
  ']]><![CDATA[',
];

const hostile = (attack: string): PublicRecord => {
  const source = { outlet: attack, publishedOn: null, url: `javascript:alert(1)//${attack}`, digest: null };
  const event = {
    headline: attack,
    occurredOn: '2026-06-18',
    standing: 'confirmed',
    bearing: 'settles',
  } as const;
  const scenario = recordScenario({
    ...{ statement: attack, premise: attack, reason: attack, topic: 'strike' },
    criteria: { version: 1, text: attack, edgeCases: [{ case: attack, counts: false }] },
    evidence: [{ ...event, sources: [source, { ...source, url: 'https://gull.example/"><script>' }] }],
  });
  return recordOf([scenario, { ...scenario, id: 'two' }], {
    desk: attack,
    topics: [{ slug: 'strike', title: attack }],
    forecasters: [{ slug: 'desk', name: attack, public: true }],
  });
};

describe('the file', () => {
  it.each(ATTACKS)('holds other people’s text as text: %j', (attack) => {
    const record = hostile(attack);
    const parts = partsOf(fileOf(record, 1));
    expect(parts.record).toEqual(JSON.parse(JSON.stringify(record)));
    expect(parts.scripts).toHaveLength(2);
    expect(parts.scripts[1]).toBe(ASSETS.script);
    expect(parts.recordText).not.toMatch(/<\/?script|<!--/i);
    const names = new Set(parts.elements.map(({ name }) => name));
    for (const name of ['img', 'iframe', 'object', 'embed', 'link', 'base'])
      expect([...names]).not.toContain(name);
    const attributes = parts.elements.flatMap((one) => Object.entries(one.attributes));
    expect(attributes.filter(([name]) => /^on|^srcdoc$|^style$|^src$/i.test(name))).toEqual([]);
    for (const [name, value] of attributes)
      if (name === 'href') expect(value).toMatch(/^(https:\/\/gull\.example\/|#)/);
    if (!attack.includes('\u0000')) expect(parts.text).toContain(attack);
  });

  it('lets in nothing but its own script and style, by their digests, and nothing out', () => {
    const { policy, scripts, styles } = partsOf(fileOf(recordOf([recordScenario()])));
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${sha256(scripts[1]!, 'base64')}'; ` +
        `style-src 'sha256-${sha256(styles[0]!, 'base64')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(styles).toEqual([ASSETS.style]);
  });

  it('says whose record it is, of when, in which version, with its digest', () => {
    const parts = partsOf(fileOf(recordOf([recordScenario()])));
    const title = 'The record of The Lowland Desk as of 1 September 2026, 12:00 UTC, version 7';
    expect(parts.text.replaceAll('\u00a0', ' ').split(title)).toHaveLength(3);
    expect(parts.text).toContain(sha256(parts.recordText));
    const { attributes } = parts.elements.find((one) => one.attributes['id'] === 'record')!;
    expect(attributes).toMatchObject({ type: 'application/json', 'data-sha256': sha256(parts.recordText) });
  });

  it('has the report and the whole list without a script', () => {
    const two = recordScenario({ id: 'two', statement: 'The crane falls.', forecasts: [forecastOf(2000)] });
    const { text } = partsOf(fileOf(recordOf([recordScenario(), two]), 1));
    const plain = text.replaceAll('\u00a0', ' ');
    for (const said of ['Of 2 predictions, 1 was expected to come true; 2 did', 'The crane falls.', '20 %'])
      expect(plain).toContain(said);
    expect(plain).toContain('This file needs JavaScript to be argued with.');
  });

  it('is not made of a script or a style that would end its element', () => {
    const head = { digest: '', report: reportOfRecord(recordOf([])), totals: noTotals() };
    for (const assets of [
      { ...ASSETS, script: 'a="</script>"' },
      { ...ASSETS, script: 'a<!--b' },
      { ...ASSETS, style: '</style>' },
    ])
      expect(() => arguableStart({ ...head, record: recordOf([]) }, assets)).toThrow(/cannot stand inline/);
  });

  it('is not made before the page is built', () => {
    expect(() => arguableAssets('/nowhere')).toThrow(/npm run build/);
  });
});
