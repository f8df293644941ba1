import { ErrorPage } from '@chat-saas/ui/components/ErrorPage.tsx';
import { NotFoundPage } from '@chat-saas/ui/components/NotFoundPage.tsx';
import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject, useLocation } from 'react-router';
import { PanelSkeleton } from './PanelSkeleton.tsx';
import { FORGOT, HOME, SIGN_IN, signInPath } from './paths.ts';

/** A page that is loaded when somebody goes there. */
function page<Name extends string>(path: string, name: Name, load: () => Promise<Record<Name, ComponentType>>): RouteObject {
  return {
    path,
    lazy: async () => ({ Component: (await load())[name] }),
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <PanelSkeleton />,
  };
}

/** A former or shorter address: the rest of it stays. */
function Moved({ to }: { to: string }) {
  const { search } = useLocation();
  return <Navigate to={to + search} replace />;
}

/** Every address of the panel. */
export const router = createBrowserRouter([
  { path: '/', element: <Moved to={HOME} /> },
  { path: '/login', element: <Moved to={SIGN_IN} /> },
  { path: '/forgot-password', element: <Moved to={FORGOT} /> },
  { path: '/device', element: <Moved to="/admin/device" /> },
  page(SIGN_IN, 'LoginPage', () => import('../features/sign-in/LoginPage.tsx')),
  page(FORGOT, 'ForgotPage', () => import('../features/sign-in/ForgotPage.tsx')),
  page('/reset-password/:token', 'ResetPage', () => import('../features/sign-in/ResetPage.tsx')),
  {
    lazy: async () => ({ Component: (await import('./SessionGate.tsx')).SessionGate }),
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <PanelSkeleton />,
    children: [
      {
        lazy: async () => ({ Component: (await import('./PanelLayout.tsx')).PanelLayout }),
        children: [
          page('/admin', 'DashboardPage', () => import('../features/dashboard/DashboardPage.tsx')),
          page('/admin/tenants', 'TenantsPage', () => import('../features/tenants/TenantsPage.tsx')),
          page('/admin/tenants/:id', 'TenantPage', () => import('../features/tenant/TenantPage.tsx')),
          page('/admin/operations', 'OperationsPage', () => import('../features/operations/OperationsPage.tsx')),
          page('/admin/operations/:id', 'OperationPage', () => import('../features/operations/OperationPage.tsx')),
          page('/admin/device', 'DevicePage', () => import('../features/device/DevicePage.tsx')),
          page('/admin/profile', 'ProfilePage', () => import('../features/profile/ProfilePage.tsx')),
          { path: '*', element: <NotFoundPage homeTo={HOME} /> },
        ],
      },
    ],
  },
]);

/** The session is over: sign in, then come back to this page. */
export function goToSignIn(): void {
  const { pathname, search } = router.state.location;
  if (pathname !== SIGN_IN) void router.navigate(signInPath(pathname + search), { replace: true });
}
