import type { NavItem } from '@chat-saas/ui/shell/nav.ts';
import { IconAddressBook, IconGauge, IconInbox, IconPlugConnected, IconRobot, IconSettings, IconUsersGroup } from '@tabler/icons-react';
import type { TFunction } from 'i18next';

/** What a person can go to. Agents don't see what only an administrator may change; a phone's bar has room for short words. */
export function navigation(t: TFunction<'app'>, isAdmin: boolean, waiting: number, phone: boolean): NavItem[] {
  return [
    { label: t('nav.inbox'), to: '/inbox', Icon: IconInbox, badge: waiting || undefined, phone: true },
    { label: t('nav.contacts'), to: '/contacts', Icon: IconAddressBook, phone: true },
    ...(isAdmin ? [{ label: t('nav.bot'), to: '/bot', Icon: IconRobot }] : []),
    { label: t(phone ? 'nav.connectShort' : 'nav.connect'), to: '/connect', Icon: IconPlugConnected, phone: true },
    { label: t('nav.team'), to: '/team', Icon: IconUsersGroup },
    { label: t('nav.plan'), to: '/plan', Icon: IconGauge },
    ...(isAdmin ? [{ label: t('nav.settings'), to: '/settings', Icon: IconSettings, foot: true }] : []),
  ];
}
