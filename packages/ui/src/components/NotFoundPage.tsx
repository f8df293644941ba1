import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from './EmptyState.tsx';

/** An address that leads nowhere. */
export function NotFoundPage({ homeTo = '/' }: { homeTo?: string }) {
  const { t } = useTranslation('ui');
  return (
    <EmptyState
      Icon={IconMapQuestion}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Button component={Link} to={homeTo}>
          {t('notFound.home')}
        </Button>
      }
    />
  );
}
