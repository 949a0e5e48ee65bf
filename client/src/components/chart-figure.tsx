import type { ChartConfiguration } from 'chart.js';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DARK, LIGHT, type Theme } from '../charts/theme.js';

export interface Plot {
  name: string;
  /** what the picture says, for those who do not see it */
  label: string;
  build: (theme: Theme) => ChartConfiguration<'scatter'>;
  /** what stands on the picture without being part of it */
  over?: ComponentChildren;
}

export interface ChartFigureProps {
  plots: readonly Plot[];
  /** the picture is drawn anew when this changes */
  variant?: string;
  /** the real table of the same data; it stands open until the picture is there */
  table?: { title: string; content: ComponentChildren };
  children?: ComponentChildren;
}

type ChartClass = typeof import('../charts/chart.js').Chart;
type Library = ChartClass | 'failed' | null;

/** A picture and its data. Without scripts the data alone, as a table; with them both, the table behind a toggle. */
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
  return (
    <div class={`plot plot-${plot.name}`}>
      <canvas ref={ref} role="img" aria-label={plot.label} />
      {typeof library === 'function' && plot.over}
    </div>
  );
}
