import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './app.module.css';

const NAV = ['a', 'b', 'c'];

/** The panel's shape, until it is known who looks. */
export const AppSkeleton = () => (
  <div className={classes.skeleton}>
    <div className={classes.skeletonNav}>
      <Skeleton width={36} height={36} radius={10} mb={12} />
      {NAV.map((item) => (
        <Skeleton key={item} height={14} width="70%" />
      ))}
    </div>
    <PageSkeleton />
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
        <Skeleton height={96} radius={12} />
        <Skeleton height={320} radius={12} />
      </div>
    </div>
  );
}
