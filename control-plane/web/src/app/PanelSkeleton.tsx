import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './app.module.css';

/** The panel's shape, until it is known who looks. */
export function PanelSkeleton() {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.skeleton} role="status" aria-label={t('state.loading')}>
      <div className={classes.skeletonRail} />
      <div>
        <div className={classes.skeletonBar}>
          <Skeleton width={160} height={18} />
        </div>
        <div className={classes.skeletonPage}>
          <Skeleton height={88} radius={12} />
          <Skeleton height={280} radius={12} />
        </div>
      </div>
    </div>
  );
}
