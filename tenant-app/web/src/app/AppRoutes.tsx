import { BrokenPageBoundary } from '@chat-saas/ui/components/BrokenPageBoundary.tsx';
import { NotFoundPage } from '@chat-saas/ui/components/NotFoundPage.tsx';
import { type ComponentType, lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { AppLayout } from './AppLayout.tsx';
import { AppSkeleton } from './AppSkeleton.tsx';
import { SessionGate } from './SessionGate.tsx';

/** A page that is loaded when somebody goes there. */
const page = <Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>) =>
  lazy(async () => ({ default: (await load())[name] }));

const LoginPage = page('LoginPage', () => import('../features/sign-in/LoginPage.tsx'));
const ForgotPage = page('ForgotPage', () => import('../features/sign-in/ForgotPage.tsx'));
const ResetPage = page('ResetPage', () => import('../features/sign-in/ResetPage.tsx'));
const InboxPage = page('InboxPage', () => import('../features/inbox/InboxPage.tsx'));
const ContactsPage = page('ContactsPage', () => import('../features/contacts/ContactsPage.tsx'));
const BotPage = page('BotPage', () => import('../features/bot/BotPage.tsx'));
const ConnectPage = page('ConnectPage', () => import('../features/connect/ConnectPage.tsx'));
const TeamPage = page('TeamPage', () => import('../features/team/TeamPage.tsx'));
const PlanPage = page('PlanPage', () => import('../features/plan/PlanPage.tsx'));
const ProfilePage = page('ProfilePage', () => import('../features/profile/ProfilePage.tsx'));
const SettingsPage = page('SettingsPage', () => import('../features/settings/SettingsPage.tsx'));

/** Every address of the tenant's app. */
export const AppRoutes = () => (
  <BrowserRouter>
    <BrokenPageBoundary>
      <Suspense fallback={<AppSkeleton />}>
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route path="/forgot-password" element={<ForgotPage />} />
          <Route path="/reset-password/:token" element={<ResetPage />} />
          <Route element={<SessionGate />}>
            <Route element={<AppLayout />}>
              <Route index element={<Navigate to="/inbox" replace />} />
              <Route path="/inbox/:conversationId?" element={<InboxPage />} />
              <Route path="/contacts" element={<ContactsPage />} />
              <Route path="/bot" element={<BotPage />} />
              <Route path="/connect" element={<ConnectPage />} />
              <Route path="/team" element={<TeamPage />} />
              <Route path="/plan" element={<PlanPage />} />
              <Route path="/profile" element={<ProfilePage />} />
              <Route path="/settings" element={<SettingsPage />} />
              <Route path="*" element={<NotFoundPage homeTo="/inbox" />} />
            </Route>
          </Route>
        </Routes>
      </Suspense>
    </BrokenPageBoundary>
  </BrowserRouter>
);
