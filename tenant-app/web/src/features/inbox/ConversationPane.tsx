import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { isProblem } from '@chat-saas/ui/data/problem-text.ts';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMessageOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ContactPane } from './ContactPane.tsx';
import classes from './inbox-page.module.css';
import { useConversation } from './inbox-queries.ts';
import { Thread } from './Thread.tsx';
import { ThreadSkeleton } from './ThreadSkeleton.tsx';

const ContactDrawer = lazy(async () => ({ default: (await import('./ContactDrawer.tsx')).ContactDrawer }));

/** The open conversation and who it is with; the contact slides in where there is no room beside the thread. */
export function ConversationPane({ id }: { id: string }) {
  const { t } = useTranslation('app');
  const { data, error, refetch } = useConversation(id);
  const [contactOpen, setContactOpen] = useState(false);
  const narrow = useMediaQuery('(width < 75em)', undefined, { getInitialValueInEffect: false });
  if (isProblem(error, 'NOT_FOUND') || isProblem(error, 'INVALID_INPUT'))
    return (
      <div className={classes.none}>
        <EmptyState
          Icon={IconMessageOff}
          title={t('inbox.gone')}
          text={t('inbox.goneText')}
          action={
            <Button component={Link} to="/inbox">
              {t('inbox.back')}
            </Button>
          }
        />
      </div>
    );
  if (!data)
    return error ? (
      <div className={classes.none}>
        <ProblemNote error={error} onRetry={refetch} />
      </div>
    ) : (
      <ThreadSkeleton />
    );
  return (
    <>
      <Thread conversation={data} onContact={narrow ? () => setContactOpen(true) : undefined} />
      {narrow ? (
        contactOpen && (
          <Suspense>
            <ContactDrawer conversation={data} onClose={() => setContactOpen(false)} />
          </Suspense>
        )
      ) : (
        <ContactPane conversation={data} />
      )}
    </>
  );
}
