import { Page } from '@chat-saas/ui/components/Page.tsx';
import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '../../app/AdminOnly.tsx';
import { orpc } from '../../app/api.ts';
import { BotForm } from './BotForm.tsx';

/** How the bot answers. */
export function BotPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t('nav.bot')} />
      <AdminOnly>
        <Settings />
      </AdminOnly>
    </>
  );
}

function Settings() {
  const bot = useQuery(orpc.bot.get.queryOptions({ staleTime: Number.POSITIVE_INFINITY, refetchOnMount: 'always' }));
  return (
    <Page width="text">
      <QueryBoundary query={bot}>{({ defaults, ...settings }) => <BotForm settings={settings} defaults={defaults} />}</QueryBoundary>
    </Page>
  );
}
