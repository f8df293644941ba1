const WIDTHS = [
  { name: 84, preview: 120 },
  { name: 64, preview: 108 },
  { name: 96, preview: 72 },
];

/** Two quiet threads and one that lights up: the inbox before its first message. */
export const FirstRunPicture = () => (
  <svg viewBox="0 0 240 136" fill="none" aria-hidden="true">
    <rect x="20" y="12" width="200" height="112" rx="14" fill="var(--surface)" stroke="var(--hairline-strong)" />
    {WIDTHS.map(({ name, preview }, i) => (
      <g key={name} transform={`translate(36 ${28 + i * 32})`}>
        <circle cx="12" cy="12" r="11" fill={i ? 'var(--track)' : 'var(--primary-color)'} />
        <rect x="34" y="4" width={name} height="6" rx="3" fill={i ? 'var(--track)' : 'var(--ink)'} opacity={i ? 1 : 0.75} />
        <rect x="34" y="15" width={preview} height="5" rx="2.5" fill="var(--track)" />
      </g>
    ))}
    <circle cx="208" cy="24" r="14" fill="var(--secondary-color)" stroke="var(--surface)" strokeWidth="4" />
    <path d="M205.5 20.5l3-2v11" stroke="var(--secondary-on)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);
