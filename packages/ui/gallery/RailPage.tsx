import {
  IconAddressBook,
  IconChartBar,
  IconInbox,
  IconPlugConnected,
  IconRobot,
  IconRoute,
  IconSettings,
  IconSpeakerphone,
  IconUserCircle,
} from '@tabler/icons-react';
import { EmptyState } from '../src/components/EmptyState.tsx';
import { PageHeader } from '../src/components/PageHeader.tsx';
import { notifyDone } from '../src/components/toasts.tsx';
import { AppShell } from '../src/shell/AppShell.tsx';

const nav = [
  { label: 'Inbox', to: '/inbox', Icon: IconInbox, badge: 5, phone: true, end: true },
  { label: 'Contatos', to: '/inbox/contacts', Icon: IconAddressBook, phone: true },
  { label: 'Bot', to: '/inbox/bot', Icon: IconRobot },
  { label: 'Fluxos', to: '/inbox/flows', Icon: IconRoute, phone: true },
  { label: 'Campanhas', to: '/inbox/campaigns', Icon: IconSpeakerphone },
  { label: 'Conectar', to: '/inbox/connect', Icon: IconPlugConnected },
  { label: 'Relatórios', to: '/inbox/reports', Icon: IconChartBar },
  { label: 'Ajustes', to: '/inbox/settings', Icon: IconSettings, foot: true },
];

export function RailPage() {
  return (
    <AppShell
      kind="rail"
      nav={nav}
      user={{ name: 'Marina Queiroz', email: 'marina.queiroz@doceaurora.com.br' }}
      menu={[{ label: 'Perfil', Icon: IconUserCircle, to: '/inbox/profile' }]}
      onSignOut={() => notifyDone('Até logo')}
    >
      <PageHeader title="Inbox" count={214} />
      <EmptyState Icon={IconInbox} title="Nenhuma conversa pendente" text="Tudo respondido. As novas aparecem aqui sozinhas." />
    </AppShell>
  );
}
