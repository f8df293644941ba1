import { OfflineBanner } from '@chat-saas/ui/components/OfflineBanner.tsx';
import { AppShell } from '@chat-saas/ui/shell/AppShell.tsx';
import { useActions } from '@chat-saas/ui/shell/use-actions.ts';
import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { IconPlus, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate } from 'react-router';
import { orpc } from './api.ts';
import { navigation } from './navigation.ts';
import { HOME, NEW_TENANT, OPERATIONS, TENANTS } from './paths.ts';
import { useMe } from './session.ts';
import { useLiveUpdates } from './use-live-updates.ts';
import { useSignOut } from './use-sign-out.ts';
import { useTenantSearch } from './use-tenant-search.ts';

/** Frame of every page of the signed-in owner: navigation, live line, keys, Ctrl-K. */
export function AppLayout() {
  const { t } = useTranslation('app');
  const me = useMe();
  const navigate = useNavigate();
  const house = useQuery(orpc.dashboard.get.queryOptions());
  const { connected } = useLiveUpdates();
  const go = (to: string) => () => void navigate(to);
  useTenantSearch();
  useActions([{ id: 'create-tenant', label: t('create.title'), Icon: IconPlus, keywords: ['+', 'new'], run: go(NEW_TENANT) }]);
  useShortcuts([
    { keys: 'c', label: t('create.title'), group: t('nav.tenants'), run: go(NEW_TENANT) },
    { keys: 'g v', label: t('nav.dashboard'), group: t('keys.go'), run: go(HOME) },
    { keys: 'g t', label: t('nav.tenants'), group: t('keys.go'), run: go(TENANTS) },
    { keys: 'g o', label: t('nav.operations'), group: t('keys.go'), run: go(OPERATIONS) },
  ]);

  return (
    <AppShell
      kind="wide"
      subtitle={t('panel')}
      nav={navigation(t, house.data?.tenants.attention ?? 0)}
      user={{ name: me.name, email: me.email }}
      menu={[{ label: t('nav.profile'), to: '/admin/profile', Icon: IconUserCircle }]}
      onSignOut={useSignOut()}
      banner={<OfflineBanner connected={connected} />}
    >
      <Outlet />
    </AppShell>
  );
}
