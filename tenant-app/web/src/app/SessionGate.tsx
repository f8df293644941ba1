import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { onSignedOut } from '@chat-saas/ui/data/signed-out.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { AppSkeleton } from './AppSkeleton.tsx';
import { orpc } from './api.ts';
import classes from './app.module.css';
import { toSignIn } from './paths.ts';
import { SessionContext } from './session.ts';

const FirstPasswordPage = lazy(async () => ({ default: (await import('../features/sign-in/FirstPasswordPage.tsx')).FirstPasswordPage }));

/** Lets signed-in people through; those with a one-time password choose their own first. */
export function SessionGate() {
  const me = useQuery(orpc.auth.me.queryOptions({ staleTime: 5 * 60_000 }));
  const { pathname, search } = useLocation();
  const [ended, setEnded] = useState(false);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  if (ended || isProblem(me.error, 'UNAUTHENTICATED')) return <Navigate to={toSignIn(pathname + search)} replace />;
  if (!me.data) {
    if (!me.error) return <AppSkeleton />;
    return (
      <div className={classes.alone}>
        <ProblemNote error={me.error} onRetry={me.refetch} />
      </div>
    );
  }
  return (
    <SessionContext value={me.data}>
      {me.data.mustChangePassword ? (
        <Suspense>
          <FirstPasswordPage />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </SessionContext>
  );
}
