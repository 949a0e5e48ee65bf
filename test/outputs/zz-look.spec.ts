import { it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { reliabilityDiagram } from '../../client/src/charts/reliability-diagram.js';
import { forecastHistogram } from '../../client/src/charts/forecast-histogram.js';
import { probabilityOverTime } from '../../client/src/charts/probability-over-time.js';
import { HISTOGRAM_SIZE, OVER_TIME_SIZE, RELIABILITY_SIZE } from '../../client/src/charts/sizes.js';
import { drawCard } from '../../src/pages/pictures/card.js';
import { predictionCard, recordCard } from '../../client/src/cards.js';
import { chartPicture, themeOf } from '../../src/pages/pictures/chart-picture.js';
import { prediction, report, SITE } from '../client/fixtures.js';
it('looks', async () => {
  for (const name of ['light', 'dark'] as const) {
    const theme = themeOf(name);
    for (const scale of [1, 1.25, 1.5]) {
      const t0 = performance.now();
      const c = chartPicture(reliabilityDiagram(report(), theme), theme, RELIABILITY_SIZE, scale);
      const t1 = performance.now();
      const png = await c.encode('png');
      console.log(name, scale, png.length, 'draw', t1 - t0, 'enc', performance.now() - t1);
      writeFileSync(`/tmp/pics/rel-${name}-${scale}.png`, png);
      const h = await chartPicture(forecastHistogram(report(), theme), theme, HISTOGRAM_SIZE, scale).encode(
        'png',
      );
      const o = await chartPicture(
        probabilityOverTime(prediction().scenario, theme, '2026-06-15'),
        theme,
        OVER_TIME_SIZE,
        scale,
      ).encode('png');
      console.log(h.length, o.length);
      writeFileSync(`/tmp/pics/hist-${name}-${scale}.png`, h);
      writeFileSync(`/tmp/pics/time-${name}-${scale}.png`, o);
    }
    const t = performance.now();
    writeFileSync(
      `/tmp/pics/card-${name}.png`,
      await drawCard(predictionCard(SITE, prediction().scenario, '2026-06-15'), theme).encode('png'),
    );
    console.log('card', performance.now() - t);
    writeFileSync(
      `/tmp/pics/card-record-${name}.png`,
      await drawCard(recordCard(SITE, 'Track record', 'The Lowland Desk', report()), theme).encode('png'),
    );
  }
  const s = prediction().scenario;
  writeFileSync(
    '/tmp/pics/card-rtl.png',
    await drawCard(
      predictionCard(SITE, { ...s, statement: 'يغلق الميناء ليوم واحد (95 %) '.repeat(6) }, '2026-06-15'),
      themeOf(),
    ).encode('png'),
  );
  writeFileSync(
    '/tmp/pics/card-long.png',
    await drawCard(
      predictionCard(SITE, { ...s, statement: 'W'.repeat(400) + ' 👩🏽‍🚀 Ж̶̡̢̛̗̘̙̜ 港口' }, '2026-06-15'),
      themeOf('dark'),
    ).encode('png'),
  );
});
