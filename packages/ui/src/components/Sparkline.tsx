interface Props {
  values: number[];
  width?: number;
  height?: number;
  /** Fills below the line and stretches to the parent's width. */
  area?: boolean;
  color?: string;
}

/** A line without axes: shape only, the number stands beside it. */
export function Sparkline({ values, width = 64, height = 20, area, color = 'var(--primary-ink)' }: Props) {
  const max = Math.max(...values, 1);
  const last = Math.max(values.length - 1, 1);
  const points = values.map(
    (value, i) => `${((i / last) * (width - 4) + 2).toFixed(1)},${(height - 2 - (value / max) * (height - 4)).toFixed(1)}`,
  );
  return (
    <svg
      width={area ? '100%' : width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden
      style={{ display: 'block', flex: 'none' }}
    >
      {area && <polygon points={`2,${height} ${points.join(' ')} ${width - 2},${height}`} fill={color} opacity={0.12} />}
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke={color}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
