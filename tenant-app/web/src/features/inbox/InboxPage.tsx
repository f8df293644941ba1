import { useDocumentTitle } from '@chat-saas/ui/branding/use-document-title.ts';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { IconMessages } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ConversationList } from './ConversationList.tsx';
import { FirstRun } from './FirstRun.tsx';
import classes from './inbox-page.module.css';
import { useCounts, useInstances } from './inbox-queries.ts';
import { ThreadSkeleton } from './ThreadSkeleton.tsx';

const loadPane = () => import('./ConversationPane.tsx');
const ConversationPane = lazy(async () => ({ default: (await loadPane()).ConversationPane }));
const NewConversation = lazy(async () => ({ default: (await import('./NewConversation.tsx')).NewConversation }));

/** List, thread and contact side by side; on a phone the thread covers the list. */
export function InboxPage() {
  const { t } = useTranslation('app');
  const { conversationId } = useParams();
  const [writing, setWriting] = useState(false);
  const instances = useInstances().data?.items;
  const counts = useCounts(undefined).data;
  useDocumentTitle(t('inbox.title'));
  useEffect(() => void loadPane(), []); // the list is there first; opening a conversation then waits for nothing
  const canWrite = instances?.some(({ state }) => state === 'ready') ?? false;
  useShortcuts([{ keys: 'n', label: t('inbox.write'), group: t('inbox.title'), run: () => setWriting(true), enabled: canWrite }]);

  const isEmpty = instances && counts && counts.all + counts.closed === 0;
  if (isEmpty && !conversationId) return <FirstRun instances={instances} />;
  return (
    <div className={classes.panes} data-open={conversationId ? true : undefined}>
      <ConversationList selected={conversationId} onWrite={canWrite ? () => setWriting(true) : undefined} />
      {conversationId ? (
        <Suspense fallback={<ThreadSkeleton />}>
          <ConversationPane key={conversationId} id={conversationId} />
        </Suspense>
      ) : (
        <NoneOpen />
      )}
      {writing && (
        <Suspense>
          <NewConversation onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function NoneOpen() {
  const { t } = useTranslation('app');
  return (
    <div className={classes.none}>
      <EmptyState Icon={IconMessages} title={t('inbox.choose')} text={t('inbox.chooseText')} />
    </div>
  );
}
