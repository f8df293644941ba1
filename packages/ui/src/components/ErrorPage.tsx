import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { problemText } from '../data/problem-text.ts';
import { EmptyState } from './EmptyState.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** For a route's `errorElement`: a page that broke, or whose files are gone after an update. */
export function ErrorPage() {
  const { t, i18n } = useTranslation('ui');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <EmptyState
      Icon={IconAlertTriangle}
      title={t('broken.title')}
      text={`${problemText(error, i18n)} ${t('broken.text')}`}
      action={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
    />
  );
}
