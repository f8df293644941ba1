import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './thread.module.css';

const BUBBLES = [
  { side: 'in', width: 260 },
  { side: 'out', width: 320 },
  { side: 'out', width: 200 },
  { side: 'in', width: 180 },
  { side: 'out', width: 280 },
] as const;

export function ThreadSkeleton() {
  const { t } = useTranslation('app');
  return (
    <section className={classes.thread} aria-label={t('loading')}>
      <header className={classes.header}>
        <Skeleton width={36} height={36} circle />
        <Skeleton width={160} height={14} ml={4} />
      </header>
      <MessagesSkeleton />
    </section>
  );
}

export const MessagesSkeleton = () => (
  <div className={classes.skeletons} aria-hidden>
    {BUBBLES.map(({ side, width }) => (
      <Skeleton key={width} className={classes.skeleton} data-side={side} width={width} height={44} radius={14} />
    ))}
  </div>
);
