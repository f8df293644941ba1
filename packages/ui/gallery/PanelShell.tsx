import { IconBuildingStore, IconComponents, IconGhost, IconInbox, IconUserCircle } from '@tabler/icons-react';
import { Outlet } from 'react-router';
import { notifyDone } from '../src/components/toasts.tsx';
import { AppShell } from '../src/shell/AppShell.tsx';
import { useShortcuts } from '../src/shell/use-shortcuts.ts';

const nav = [
  { label: 'Tenants', to: '/', Icon: IconBuildingStore, badge: 2, end: true },
  { label: 'Parts', to: '/parts', Icon: IconComponents, group: 'Gallery' },
  { label: 'States', to: '/states', Icon: IconGhost, group: 'Gallery' },
  { label: 'Rail', to: '/inbox', Icon: IconInbox, group: 'Gallery' },
];

export function PanelShell() {
  useShortcuts([{ keys: 'g t', label: 'Tenants', run: () => notifyDone('g t') }]);
  return (
    <AppShell
      kind="wide"
      subtitle="Painel mestre"
      nav={nav}
      user={{ name: 'Henrique Sá Barreto', email: 'henrique@prosa.app' }}
      menu={[{ label: 'Perfil', Icon: IconUserCircle, to: '/parts' }]}
      onSignOut={() => notifyDone('Até logo')}
    >
      <Outlet />
    </AppShell>
  );
}
