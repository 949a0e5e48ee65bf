import { binPoints, connection } from '../charts/bin-points.js';
import type { Group, Kind } from '../data.js';
import { intervalOf, percent } from '../words.js';

interface SmallDiagramProps {
  report: Pick<Group['report'], 'bins' | 'baseRate'>;
  /** what the picture says, for those who do not see it */
  label: string;
  kind: Kind | null;
}

const WIDTH = 266;
const HEIGHT = 240;
const LEFT = 40;
const TOP = 10;
const SIDE = 186;
const BOTTOM = TOP + SIDE;
const RIGHT = LEFT + SIDE;

const across = (share: number): number => round(LEFT + share * SIDE);
const up = (share: number): number => round(BOTTOM - share * SIDE);
const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** The reliability diagram in small, drawn by the server: the same marks, one of many side by side. */
export function SmallDiagram({ report: { bins, baseRate }, label, kind }: SmallDiagramProps) {
  const points = binPoints(bins);
  const most = Math.max(1, ...points.map(({ bin }) => bin.n));
  const radiusOf = (n: number): number => round(2.5 + 4 * Math.sqrt(n / most));
  const solid = connection(bins);
  const base = baseRate === null ? null : up(baseRate);
  return (
    <svg
      class={`small-diagram ${kind ? `mark-${kind}` : ''}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path class="frame" d={`M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`} />
      {[0, 0.5, 1].map((share) => (
        <>
          <text class="tick" x={across(share)} y={BOTTOM + 13} text-anchor="middle">
            {share * 100}
          </text>
          <text class="tick" x={LEFT - 5} y={up(share) + 4} text-anchor="end">
            {share * 100}
          </text>
        </>
      ))}
      <text class="title" x={LEFT + SIDE / 2} y={HEIGHT - 8} text-anchor="middle">
        Forecast probability, %
      </text>
      <text class="title" text-anchor="middle" transform={`translate(11 ${TOP + SIDE / 2}) rotate(-90)`}>
        How often it happened, %
      </text>
      <path class="diagonal" d={`M${LEFT} ${BOTTOM}L${RIGHT} ${TOP}`} />
      <text class="corner" x={LEFT + 5} y={TOP + 11}>
        underconfident
      </text>
      <text class="corner" x={RIGHT - 2} y={BOTTOM - 5} text-anchor="end">
        overconfident
      </text>
      {base !== null && baseRate !== null && (
        <>
          <path class="base-rate" d={`M${LEFT} ${base}H${RIGHT}`} />
          <text class="corner" x={RIGHT + 6} y={base - 2}>
            base
          </text>
          <text class="corner" x={RIGHT + 6} y={base + 9}>
            {percent(baseRate)}
          </text>
        </>
      )}
      {solid.map((point, i) => {
        const next = solid[i + 1];
        return next && Number.isFinite(point.x) && Number.isFinite(next.x) ? (
          <path class="bar" d={`M${across(point.x)} ${up(point.y)}L${across(next.x)} ${up(next.y)}`} />
        ) : null;
      })}
      {points.map(({ x, y, bin, hollow }) => {
        const interval = intervalOf(bin);
        const radius = radiusOf(bin.n);
        return (
          <g key={bin.from}>
            {interval && <path class="bar" d={`M${across(x)} ${up(interval.low)}V${up(interval.high)}`} />}
            <Mark kind={kind} x={across(x)} y={up(y)} radius={radius} hollow={hollow} />
          </g>
        );
      })}
      {points.map(({ x, y, bin }) => {
        const radius = radiusOf(bin.n);
        return (
          <text
            key={bin.from}
            class="n"
            x={round(across(x) + radius + 2)}
            y={round(Math.min(up(y) + radius + 6, BOTTOM - 2))}
          >
            {bin.n}
          </text>
        );
      })}
    </svg>
  );
}

interface MarkProps {
  kind: Kind | null;
  x: number;
  y: number;
  radius: number;
  hollow: boolean;
}

/** A point in the shape of its kind. */
function Mark({ kind, x, y, radius, hollow }: MarkProps) {
  const look = hollow ? 'point point-hollow' : 'point';
  if (kind === 'risk')
    return (
      <path class={look} d={`M${x} ${round(y - radius)}l${radius} ${round(1.8 * radius)}h${-2 * radius}Z`} />
    );
  if (kind === 'consequence')
    return (
      <rect class={look} x={round(x - radius)} y={round(y - radius)} width={2 * radius} height={2 * radius} />
    );
  return <circle class={look} cx={x} cy={y} r={radius} />;
}
