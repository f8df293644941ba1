import { BrokenPageBoundary } from '@chat-saas/ui/components/BrokenPageBoundary.tsx';
import { NotFoundPage } from '@chat-saas/ui/components/NotFoundPage.tsx';
import { type ComponentType, lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { PageSkeleton } from './PageSkeleton.tsx';
import { HOME } from './paths.ts';
import { SessionGate } from './SessionGate.tsx';

/** A page that is loaded when somebody goes there. */
const page = <Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>) =>
  lazy(async () => ({ default: (await load())[name] }));

const AppLayout = page('AppLayout', () => import('./AppLayout.tsx'));
const LoginPage = page('LoginPage', () => import('../features/sign-in/LoginPage.tsx'));
const ForgotPage = page('ForgotPage', () => import('../features/sign-in/ForgotPage.tsx'));
const ResetPage = page('ResetPage', () => import('../features/sign-in/ResetPage.tsx'));
const DashboardPage = page('DashboardPage', () => import('../features/dashboard/DashboardPage.tsx'));
const TenantsPage = page('TenantsPage', () => import('../features/tenants/TenantsPage.tsx'));
const TenantPage = page('TenantPage', () => import('../features/tenants/TenantPage.tsx'));
const OperationsPage = page('OperationsPage', () => import('../features/operations/OperationsPage.tsx'));
const OperationPage = page('OperationPage', () => import('../features/operations/OperationPage.tsx'));
const DevicePage = page('DevicePage', () => import('../features/device/DevicePage.tsx'));
const ProfilePage = page('ProfilePage', () => import('../features/profile/ProfilePage.tsx'));

/** Every address of the master panel. */
export const AppRoutes = () => (
  <BrowserRouter>
    <BrokenPageBoundary>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route path="/" element={<Navigate to={HOME} replace />} />
          <Route path="/login" element={<Navigate to="/admin/login" replace />} />
          <Route path="/admin/dashboard" element={<Navigate to={HOME} replace />} />
          <Route path="/admin/login" element={<LoginPage />} />
          <Route path="/admin/forgot-password" element={<ForgotPage />} />
          <Route path="/admin/reset-password/:token" element={<ResetPage />} />
          <Route element={<SessionGate />}>
            <Route element={<AppLayout />}>
              <Route path="/admin" element={<DashboardPage />} />
              <Route path="/admin/tenants" element={<TenantsPage />} />
              <Route path="/admin/tenants/:id" element={<TenantPage />} />
              <Route path="/admin/operations" element={<OperationsPage />} />
              <Route path="/admin/operations/:id" element={<OperationPage />} />
              <Route path="/admin/device" element={<DevicePage />} />
              <Route path="/admin/profile" element={<ProfilePage />} />
              <Route path="*" element={<NotFoundPage homeTo={HOME} />} />
            </Route>
          </Route>
        </Routes>
      </Suspense>
    </BrokenPageBoundary>
  </BrowserRouter>
);
