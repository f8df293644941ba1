import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '../../app/AdminOnly.tsx';
import { orpc } from '../../app/api.ts';
import { BrandForm } from './BrandForm.tsx';
import { BrandPictures } from './BrandPictures.tsx';

/** How this place looks to the team and to clients. */
export function SettingsPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <AdminOnly>
        <Settings />
      </AdminOnly>
    </>
  );
}

function Settings() {
  const brand = useQuery(orpc.brand.edit.queryOptions({ staleTime: Number.POSITIVE_INFINITY, refetchOnMount: 'always' }));
  return (
    <Page width="text">
      <QueryBoundary query={brand}>
        {(data) => (
          <>
            <BrandPictures brand={data} />
            <BrandForm brand={data} />
          </>
        )}
      </QueryBoundary>
    </Page>
  );
}
