import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from './session.ts';

/** A page that agents reach by its address only: says why there is nothing. */
export function AdminOnly({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  return useIsAdmin() ? children : <EmptyState Icon={IconLock} title={t('adminOnly.title')} text={t('adminOnly.text')} />;
}
