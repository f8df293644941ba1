import type { NavItem } from '@chat-saas/ui/shell/nav.ts';
import { IconBuildingStore, IconHistory, IconLayoutDashboard } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { HOME, OPERATIONS, TENANTS } from './paths.ts';

/** What the owner can go to; `attention` is how many tenants aren't well. */
export function navigation(t: TFunction<'app'>, attention: number): NavItem[] {
  return [
    { label: t('nav.dashboard'), to: HOME, Icon: IconLayoutDashboard, end: true },
    { label: t('nav.tenants'), to: TENANTS, Icon: IconBuildingStore, badge: attention || undefined },
    { label: t('nav.operations'), to: OPERATIONS, Icon: IconHistory },
  ];
}
