import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './ProblemNote.tsx';
import classes from './QueryBoundary.module.css';

interface Props<Data> {
  /** What `useQuery` answers. */
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  /** In the shape of what comes; grey lines where absent. */
  skeleton?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Loading, error and empty in one place. Older data stays on the screen when asking again fails, with the reason above it. */
export function QueryBoundary<Data>({ query, skeleton, isEmpty, empty, children }: Props<Data>) {
  const { t } = useTranslation('ui');
  const { data, error, refetch } = query;
  const note = error ? (
    <div className={classes.note}>
      <ProblemNote error={error} onRetry={refetch} />
    </div>
  ) : null;
  if (data === undefined)
    return (
      note ?? (
        <div role="status" aria-label={t('state.loading')}>
          {skeleton ?? <Lines />}
        </div>
      )
    );
  return (
    <>
      {note}
      {empty && isEmpty?.(data) ? empty : children(data)}
    </>
  );
}

const Lines = () => (
  <div className={classes.lines}>
    {['40%', '100%', '85%', '65%'].map((width) => (
      <Skeleton key={width} height={14} width={width} />
    ))}
  </div>
);
