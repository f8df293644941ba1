import { OfflineBanner } from '@chat-saas/ui/components/OfflineBanner.tsx';
import { AppShell } from '@chat-saas/ui/shell/AppShell.tsx';
import { IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { orpc } from './api.ts';
import { navigation } from './navigation.ts';
import { PROFILE } from './paths.ts';
import { useMe } from './session.ts';
import { useLiveUpdates } from './use-live-updates.ts';
import { usePanelKeys } from './use-panel-keys.ts';
import { useSignOut } from './use-sign-out.ts';

/** Frame of every page of the signed-in owner: navigation, live line, keys. */
export function PanelLayout() {
  const { t } = useTranslation('app');
  const me = useMe();
  const house = useQuery(orpc.dashboard.get.queryOptions());
  const { connected } = useLiveUpdates();
  usePanelKeys();
  return (
    <AppShell
      kind="wide"
      subtitle={t('nav.panel')}
      nav={navigation(t, house.data?.tenants.attention ?? 0)}
      user={{ name: me.name, email: me.email }}
      menu={[{ label: t('nav.profile'), to: PROFILE, Icon: IconUserCircle }]}
      onSignOut={useSignOut()}
      banner={<OfflineBanner connected={connected} />}
    >
      <Outlet />
    </AppShell>
  );
}
