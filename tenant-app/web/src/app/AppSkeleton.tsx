import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './app.module.css';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** The inbox's shape, until it is known who looks. */
export function AppSkeleton() {
  const { t } = useTranslation('app');
  return (
    <div className={classes.skeleton} role="status" aria-label={t('loading')}>
      <div className={classes.skeletonRail}>
        <Skeleton width={36} height={36} radius={10} />
      </div>
      <div className={classes.skeletonList}>
        <Skeleton width={120} height={18} my={20} />
        {ROWS.map((row) => (
          <RowSkeleton key={row} />
        ))}
      </div>
      <div className={classes.skeletonRest} />
    </div>
  );
}

/** One conversation or contact that is on its way. */
export const RowSkeleton = () => (
  <div className={classes.skeletonRow} aria-hidden>
    <Skeleton width={40} height={40} circle />
    <div>
      <Skeleton height={12} width="60%" mb={10} />
      <Skeleton height={10} width="85%" />
    </div>
  </div>
);

/** A page that is on its way. */
export function PageSkeleton() {
  const { t } = useTranslation('app');
  return (
    <div role="status" aria-label={t('loading')}>
      <div className={classes.skeletonBar}>
        <Skeleton width={160} height={18} />
      </div>
      <div className={classes.skeletonPage}>
        <Skeleton height={120} radius={12} />
        <Skeleton height={120} radius={12} />
      </div>
    </div>
  );
}
