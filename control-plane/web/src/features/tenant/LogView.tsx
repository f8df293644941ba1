import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type LogLine, parseLogLine } from './log-line.ts';
import classes from './logs.module.css';

interface Props {
  lines: string[];
  /** Number of the first line. */
  first: number;
  isFollowing: boolean;
}

const NEAR_END_PX = 80;

/** Lines on a dark ground; stays at the end while following, unless somebody has scrolled up to read. */
export function LogView({ lines, first, isFollowing }: Props) {
  const { t } = useTranslation('app');
  const box = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const parsed = useMemo(() => lines.map((line, i) => ({ number: first + i, line: parseLogLine(line) })), [lines, first]);
  const last = first + lines.length;
  useEffect(() => {
    const node = box.current;
    if (node && last > 0 && isFollowing && isAtEnd.current) node.scrollTop = node.scrollHeight;
  }, [last, isFollowing]);
  return (
    <section
      ref={box}
      className={classes.box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={t('logs.title')}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      }}
    >
      {parsed.map(({ number, line }) => (
        <Line key={number} line={line} />
      ))}
    </section>
  );
}

const Line = memo(function Line({ line: { at, level, text, facts } }: { line: LogLine }) {
  return (
    <div className={classes.line} data-level={level}>
      {at && (
        <time dateTime={at} title={at}>
          {clock(at)}
        </time>
      )}
      <span>
        {text}
        {facts && <i> {facts}</i>}
      </span>
    </div>
  );
});

/** `09:43:52` on the viewer's own clock. */
const clock = (iso: string) => new Date(iso).toLocaleTimeString([], { hour12: false });
