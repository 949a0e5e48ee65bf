import type { ChartConfiguration } from 'chart.js';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DARK, LIGHT, type Theme } from '../charts/theme.js';
import { ChartImage, type ChartImageProps } from './chart-image.js';

export interface Plot {
  name: string;
  /** what the picture says, for those who do not see it */
  label: string;
  build: (theme: Theme) => ChartConfiguration<'scatter'>;
  /** what stands on the picture without being part of it */
  over?: ComponentChildren;
  /** the same as the server draws it, for whoever runs no script; missing where no server is at hand */
  picture?: Pick<ChartImageProps, 'address' | 'size'>;
}

export interface ChartFigureProps {
  plots: readonly Plot[];
  /** the picture is drawn anew when this changes */
  variant?: string;
  /** the real table of the same data; it stands open until the picture is there */
  table?: { title: string; content: ComponentChildren };
  children?: ComponentChildren;
}

/** Where scripts run, `noscript` is not rebuilt: an image in it would be fetched. */
const ON_THE_SERVER = typeof document === 'undefined';

type ChartClass = typeof import('../charts/chart.js').Chart;
type Library = ChartClass | 'failed' | null;

/**
 * A picture and its data, the table behind a toggle where scripts run. Whoever runs none gets the chart as the server
 * draws it. With scripts that image is not even asked for: it weighs as much as the chart's own library.
 */
export function ChartFigure({ plots, variant = '', table, children }: ChartFigureProps) {
  const [library, setLibrary] = useState<{ chart: Library }>({ chart: null });
  useEffect(() => {
    let gone = false;
    import('../charts/chart.js').then(
      ({ Chart }) => gone || setLibrary({ chart: Chart }),
      () => gone || setLibrary({ chart: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, []);
  const live = typeof library.chart === 'function';

  return (
    <figure class={`chart${library.chart === 'failed' ? ' chart-failed' : ''}`}>
      {plots.map((plot) => (
        <Canvas key={plot.name} plot={plot} variant={variant} library={library.chart} />
      ))}
      {children}
      {/* Until it is known whether the picture comes, the style sheet keeps the table folded where scripts run. */}
      {table && (
        <details class={`chart-data${library.chart === null ? ' chart-data-early' : ''}`} open={!live}>
          <summary>{table.title}</summary>
          {table.content}
        </details>
      )}
    </figure>
  );
}

function Canvas({ plot, variant, library }: { plot: Plot; variant: string; library: Library }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (typeof library !== 'function' || !ref.current) return;
    const canvas = ref.current;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let chart: InstanceType<ChartClass> | undefined;
    const draw = (theme: Theme) => {
      chart?.destroy();
      const configuration: unknown = plot.build(theme); // of one kind of chart; the class takes any
      chart = new library(canvas, configuration as ChartConfiguration);
    };
    const onScreen = () => draw(dark.matches ? DARK : LIGHT);
    const onPaper = () => draw(LIGHT);
    onScreen();
    dark.addEventListener('change', onScreen);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      dark.removeEventListener('change', onScreen);
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
      chart?.destroy();
    };
  }, [library, variant]);
  const image = plot.picture && <ChartImage {...plot.picture} label={plot.label} />;
  return (
    <>
      <div class={`plot plot-${plot.name}`}>
        <canvas ref={ref} role="img" aria-label={plot.label} />
        {typeof library === 'function' && plot.over}
      </div>
      {image && library === 'failed' && <div class="chart-image">{image}</div>}
      {image && ON_THE_SERVER && (
        <noscript>
          <div class="chart-image">{image}</div>
        </noscript>
      )}
    </>
  );
}
