import type { Conversation } from '@chat-saas/tenant-app/contract';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { TimeZone } from '@chat-saas/ui/i18n/use-format.ts';
import { IconArrowDown } from '@tabler/icons-react';
import { use, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useMessages } from './inbox-queries.ts';
import { DaySeparator, MessageBubble } from './MessageBubble.tsx';
import { useOutbox } from './outbox.ts';
import { MessagesSkeleton } from './ThreadSkeleton.tsx';
import classes from './thread.module.css';
import { type Line, toLines, withOutbox } from './thread-lines.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useMessageActions } from './use-message-actions.ts';
import { useNewBelow } from './use-new-below.ts';

/** Far more than a thread ever has: lines that are put in front count down from here. */
const BASE = 1_000_000;

export function MessageList({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('app');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMessages(conversation.id);
  const outbox = useOutbox(conversation.id);
  const timeZone = use(TimeZone);
  const actions = useMessageActions(conversation.id);
  const list = useRef<VirtuosoHandle>(null);
  const [atBottom, setAtBottom] = useState(true);
  const lines = useMemo(() => {
    if (!data) return undefined;
    const messages = data.pages.flatMap(({ items }) => items).toReversed();
    return toLines(withOutbox(messages, outbox), timeZone);
  }, [data, outbox, timeZone]);
  const firstIndex = useFirstIndex(lines);
  const newBelow = useNewBelow(lines, atBottom);
  useMarkRead(conversation, atBottom && lines !== undefined);

  if (!lines)
    return (
      <div className={classes.scroll}>
        {error ? (
          <div className={classes.note}>
            <ProblemNote error={error} onRetry={refetch} />
          </div>
        ) : (
          <MessagesSkeleton />
        )}
      </div>
    );
  return (
    <div className={classes.scroll} role="log" aria-label={t('inbox.messages')}>
      {lines.length === 0 && <p className={classes.nothing}>{t('inbox.noMessages')}</p>}
      <Virtuoso
        ref={list}
        className={classes.scroller}
        tabIndex={0}
        data={lines}
        computeItemKey={(_, line) => line.key}
        firstItemIndex={firstIndex}
        initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
        alignToBottom
        increaseViewportBy={{ top: 600, bottom: 300 }}
        atBottomThreshold={80}
        atBottomStateChange={setAtBottom}
        followOutput={(isAtBottom) => (isAtBottom || lines.at(-1)?.key === outbox.at(-1)?.clientRef ? 'auto' : false)}
        startReached={() => void (hasNextPage && !isFetchingNextPage && fetchNextPage())}
        itemContent={(_, line) => <LineContent line={line} actions={actions} />}
        components={{ Header: Top, Footer: Bottom }}
        context={{ loading: isFetchingNextPage }}
      />
      {!atBottom && (
        <button
          type="button"
          className={classes.toBottom}
          data-new={newBelow > 0 || undefined}
          onClick={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end', behavior: 'auto' })}
        >
          <IconArrowDown size={16} aria-hidden />
          {newBelow > 0 ? t('inbox.newBelow', { count: newBelow }) : <span className={classes.spoken}>{t('inbox.toBottom')}</span>}
        </button>
      )}
    </div>
  );
}

function LineContent({ line, actions }: { line: Line; actions: ReturnType<typeof useMessageActions> }) {
  return (
    <div className={classes.lineBox}>
      {line.kind === 'day' ? <DaySeparator at={line.at} /> : <MessageBubble message={line.message} first={line.first} actions={actions} />}
    </div>
  );
}

function Top({ context }: { context?: { loading: boolean } }) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.top} role="status">
      {context?.loading ? t('inbox.loadingOlder') : null}
    </div>
  );
}

const Bottom = () => <div className={classes.bottom} />;

/** The first line's index, so that lines put in front don't move what is being read. Counted from the line that was last at first. */
function useFirstIndex(lines: Line[] | undefined): number {
  const anchor = useRef<{ key: string; index: number } | null>(null);
  const last = lines?.at(-1);
  if (!lines || !last) return BASE;
  const index = anchor.current ? lines.findIndex(({ key }) => key === anchor.current?.key) : -1;
  if (!anchor.current || index === -1) {
    anchor.current = { key: last.key, index: lines.length - 1 };
    return BASE;
  }
  return BASE + anchor.current.index - index;
}
