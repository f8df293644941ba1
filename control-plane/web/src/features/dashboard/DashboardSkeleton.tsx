import { Columns, Stats } from '@chat-saas/ui/components/Page.tsx';
import { Skeleton } from '@mantine/core';

const CARDS = ['a', 'b', 'c', 'd'];

export const DashboardSkeleton = () => (
  <>
    <Stats>
      {CARDS.map((card) => (
        <Skeleton key={card} height={98} radius={12} mb={20} />
      ))}
    </Stats>
    <Columns>
      <Skeleton height={360} radius={12} />
      <Skeleton height={200} radius={12} />
    </Columns>
  </>
);
