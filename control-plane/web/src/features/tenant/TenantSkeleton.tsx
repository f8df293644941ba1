import { Stats } from '@chat-saas/ui/components/Page.tsx';
import { Skeleton } from '@mantine/core';
import classes from './tenant.module.css';

const CARDS = ['a', 'b', 'c', 'd'];

/** The page's shape while it is on its way. */
export const TenantSkeleton = () => (
  <div className={classes.skeleton}>
    <div className={classes.identity}>
      <Skeleton width={48} height={48} circle />
      <div>
        <Skeleton height={20} width={240} mb={8} maw="100%" />
        <Skeleton height={14} width={320} maw="100%" />
      </div>
    </div>
    <Stats>
      {CARDS.map((card) => (
        <Skeleton key={card} height={98} radius={12} />
      ))}
    </Stats>
    <Skeleton height={320} radius={12} />
  </div>
);
