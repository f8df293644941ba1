import { BrokenPageBoundary } from '@chat-saas/ui/components/BrokenPageBoundary.tsx';
import { OfflineBanner } from '@chat-saas/ui/components/OfflineBanner.tsx';
import { AppShell } from '@chat-saas/ui/shell/AppShell.tsx';
import { useMediaQuery } from '@mantine/hooks';
import { IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useMatch } from 'react-router';
import { PageSkeleton } from './AppSkeleton.tsx';
import { orpc } from './api.ts';
import { navigation } from './navigation.ts';
import { useMe } from './session.ts';
import { useConversationSearch } from './use-conversation-search.ts';
import { useLiveUpdates } from './use-live-updates.ts';
import { useSignOut } from './use-sign-out.ts';
import { useWaitingInTitle } from './use-waiting-in-title.ts';

/** Frame of every page of a signed-in person: navigation, live line, the count of those who wait in the tab's title. */
export function AppLayout() {
  const { t } = useTranslation('app');
  const me = useMe();
  const counts = useQuery(orpc.conversations.counts.queryOptions({ input: {} }));
  const waiting = counts.data?.pending ?? 0;
  const phone = useMediaQuery('(width < 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const { pathname } = useLocation();
  const thread = useMatch('/inbox/:conversationId');
  const { connected } = useLiveUpdates(me.id);
  useWaitingInTitle(waiting);
  useConversationSearch();

  return (
    <AppShell
      kind="rail"
      nav={navigation(t, me.role === 'admin', waiting, phone)}
      user={{ name: me.name, email: me.email }}
      menu={[{ label: t('nav.profile'), to: '/profile', Icon: IconUserCircle }]}
      onSignOut={useSignOut()}
      hideBar={Boolean(thread)}
      banner={<OfflineBanner connected={connected} />}
    >
      <BrokenPageBoundary resetKey={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </BrokenPageBoundary>
    </AppShell>
  );
}
