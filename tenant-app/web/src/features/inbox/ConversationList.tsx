import type { Conversation } from '@chat-saas/tenant-app/contract';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { ProblemNote } from '@chat-saas/ui/components/ProblemNote.tsx';
import { useShortcuts } from '@chat-saas/ui/shell/use-shortcuts.ts';
import { IconInbox, IconSearchOff } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { RowSkeleton } from '../../app/AppSkeleton.tsx';
import { ConversationListHeader } from './ConversationListHeader.tsx';
import { ConversationRow } from './ConversationRow.tsx';
import classes from './conversation-list.module.css';
import { useInboxFilters } from './inbox-filters.ts';
import { useConversations } from './inbox-queries.ts';

const SKELETONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function ConversationList({ selected, onWrite }: { selected: string | undefined; onWrite: (() => void) | undefined }) {
  const { t } = useTranslation('app');
  const { input, search } = useInboxFilters();
  const { items, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useConversations(input);
  const list = useRef<VirtuosoHandle>(null);
  const move = useRowFocus(items, selected, list);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(step);
  };
  return (
    <section className={classes.pane} aria-label={t('inbox.title')}>
      <ConversationListHeader onWrite={onWrite} onDown={() => move(1)} />
      {error && !items && (
        <div className={classes.note}>
          <ProblemNote error={error} onRetry={refetch} />
        </div>
      )}
      {!items && !error && (
        <div className={classes.list} role="status" aria-label={t('loading')}>
          {SKELETONS.map((row) => (
            <RowSkeleton key={row} />
          ))}
        </div>
      )}
      {items?.length === 0 && <NothingHere searching={Boolean(input.q)} filter={input.filter ?? 'all'} />}
      {items && items.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside
        <div className={classes.list} onKeyDown={onKeyDown}>
          <Virtuoso
            ref={list}
            className={classes.scroller}
            data={items}
            computeItemKey={(_, { id }) => id}
            fixedItemHeight={64}
            increaseViewportBy={400}
            endReached={() => void (hasNextPage && !isFetchingNextPage && fetchNextPage())}
            itemContent={(_, conversation) => (
              <ConversationRow conversation={conversation} selected={conversation.id === selected} search={search} />
            )}
            components={isFetchingNextPage ? { Footer: RowSkeleton } : {}}
          />
        </div>
      )}
    </section>
  );
}

function NothingHere({ searching, filter }: { searching: boolean; filter: string }) {
  const { t } = useTranslation('app');
  const { set } = useInboxFilters();
  const clear = searching && (
    <button type="button" className={classes.link} onClick={() => set('q', null)}>
      {t('inbox.clearSearch')}
    </button>
  );
  return (
    <EmptyState
      Icon={searching ? IconSearchOff : IconInbox}
      title={searching ? t('inbox.nothingFound') : t(`inbox.empty.${filter}.title`)}
      text={searching ? t('inbox.nothingFoundText') : t(`inbox.empty.${filter}.text`)}
      action={clear || undefined}
    />
  );
}

/** Moves the focus from row to row, from the open conversation on; Enter then opens, as on any link. */
function useRowFocus(items: Conversation[] | undefined, selected: string | undefined, list: { current: VirtuosoHandle | null }) {
  const { t } = useTranslation('app');
  const move = (step: number) => {
    if (!items?.length) return;
    const focused = document.activeElement?.getAttribute('data-row') ?? selected;
    const from = items.findIndex(({ id }) => id === focused);
    const index = from === -1 ? 0 : Math.min(Math.max(from + step, 0), items.length - 1);
    const focus = () => document.querySelector<HTMLElement>(`[data-row="${items[index]?.id}"]`)?.focus();
    list.current?.scrollIntoView({ index, behavior: 'auto', done: () => requestAnimationFrame(focus) });
    focus();
  };
  useShortcuts([
    { keys: 'j', label: t('keys.next'), group: t('inbox.title'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), group: t('inbox.title'), run: () => move(-1) },
  ]);
  return move;
}
