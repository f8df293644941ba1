import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { orpc } from './api.ts';
import classes from './app.module.css';
import { PanelSkeleton } from './PanelSkeleton.tsx';
import { SessionContext } from './session.ts';

const FirstPasswordPage = lazy(async () => ({ default: (await import('../features/sign-in/FirstPasswordPage.tsx')).FirstPasswordPage }));

/** Lets signed-in people through; those with a one-time password choose their own first. Strangers are led to the sign-in by the query client. */
export function SessionGate() {
  const me = useQuery(orpc.auth.me.queryOptions({ staleTime: 5 * 60_000 }));
  if (!me.data) {
    if (!me.error || isProblem(me.error, 'UNAUTHENTICATED')) return <PanelSkeleton />;
    return (
      <div className={classes.alone}>
        <ProblemNote error={me.error} onRetry={me.refetch} />
      </div>
    );
  }
  return (
    <SessionContext value={me.data}>
      {me.data.mustChangePassword ? (
        <Suspense fallback={<PanelSkeleton />}>
          <FirstPasswordPage />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </SessionContext>
  );
}
