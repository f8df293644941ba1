import { useActionSearch } from '@chat-saas/ui/shell/use-actions.ts';
import { IconBuildingStore } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from './api.ts';
import { hostOf } from './host-of.ts';
import { tenantPath } from './paths.ts';

/** Tenants in Ctrl-K, by name, address, e-mail or id. */
export function useTenantSearch(): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const search = useCallback(
    async (query: string, signal: AbortSignal) => {
      const { items } = await api.tenants.list({ q: query.trim().slice(0, 80), limit: 8 }, { signal });
      return items.map(({ id, name, appUrl }) => ({
        id: `tenant-${id}`,
        label: name,
        description: hostOf(appUrl),
        group: t('nav.tenants'),
        Icon: IconBuildingStore,
        run: () => void navigate(tenantPath(id)),
      }));
    },
    [navigate, t],
  );
  useActionSearch({ id: 'tenants', search });
}
