import { openPalette } from '@chat-saas/ui/shell/open-palette.ts';
import { useActionSearch, useActions } from '@chat-saas/ui/shell/use-actions.ts';
import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { orpc } from './api.ts';
import { HOME, NEW_TENANT, OPERATIONS, TENANTS, tenantPath } from './paths.ts';

const FOUND_AT_MOST = 6;

/** Keys and Ctrl-K entries that work on every page of the panel. */
export function usePanelKeys(): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const go = (to: string) => () => void navigate(to);
  const group = t('keys.go');
  useShortcuts([
    { keys: 'c', label: t('tenants.create'), group: t('keys.act'), run: go(NEW_TENANT) },
    { keys: '/', label: t('keys.search'), group: t('keys.act'), run: search },
    { keys: 'g d', label: t('nav.dashboard'), group, run: go(HOME) },
    { keys: 'g t', label: t('nav.tenants'), group, run: go(TENANTS) },
    { keys: 'g o', label: t('nav.operations'), group, run: go(OPERATIONS) },
  ]);
  useActions([{ id: 'create tenant', label: t('tenants.create'), group: t('keys.act'), Icon: IconPlus, run: go(NEW_TENANT) }]);
  useActionSearch({
    id: 'tenants',
    search: async (q) => {
      const { items } = await queryClient.fetchQuery(
        orpc.tenants.list.queryOptions({ input: { q: q.slice(0, 80), limit: FOUND_AT_MOST } }),
      );
      return items.map(({ id, name, slug }) => ({
        id: `tenant ${id}`,
        label: name,
        description: slug,
        group: t('nav.tenants'),
        Icon: IconBuildingStore,
        run: go(tenantPath(id)),
      }));
    },
  });
}

/** The page's own search field, or the search over everything where it has none. */
function search(): void {
  const field = document.querySelector<HTMLInputElement>('main [role="searchbox"]');
  if (field) field.focus();
  else openPalette();
}
