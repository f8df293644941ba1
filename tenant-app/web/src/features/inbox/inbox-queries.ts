import type { Conversation } from '@chat-saas/tenant-app/contract';
import { notifyUndo } from '@chat-saas/ui/components/toasts.tsx';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../app/api.ts';
import { useMe } from '../../app/session.ts';
import { findConversation, storeConversation } from './conversation-cache.ts';
import { messagesInput } from './message-cache.ts';
import type { ListInput } from './place-conversation.ts';

const ALL = { initialPageParam: undefined as string | undefined };

export function useConversations(input: ListInput) {
  const query = useInfiniteQuery(
    orpc.conversations.list.infiniteOptions({
      ...ALL,
      input: (cursor: string | undefined) => ({ ...input, limit: 50, ...(cursor ? { cursor } : {}) }),
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) };
}

export const useCounts = (instanceId: string | undefined) =>
  useQuery(orpc.conversations.counts.queryOptions({ input: instanceId ? { instanceId } : {}, placeholderData: keepPreviousData }));

export function useConversation(id: string) {
  const queryClient = useQueryClient();
  return useQuery(orpc.conversations.get.queryOptions({ input: { id }, placeholderData: () => findConversation(queryClient, id) }));
}

export const useInstances = () => useQuery(orpc.instances.list.queryOptions());

export const useFeatures = () => useQuery(orpc.plan.get.queryOptions({ staleTime: 5 * 60_000 })).data?.features;

export function useMessages(conversationId: string) {
  return useInfiniteQuery(
    orpc.messages.list.infiniteOptions({
      ...ALL,
      input: messagesInput(conversationId),
      getNextPageParam: (page) => page.nextBefore ?? undefined,
    }),
  );
}

/** What may be done with a conversation; the screen changes at once and goes back when the server refuses. */
export function useConversationActions(conversation: Conversation) {
  const { t } = useTranslation('app');
  const queryClient = useQueryClient();
  const me = useMe();
  const { id } = conversation;
  const store = (changed: Conversation) => storeConversation(queryClient, changed, me.id);

  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ act }: { act: () => Promise<Conversation>; expected: Partial<Conversation> }) => act(),
    onMutate: ({ expected }) => {
      store({ ...conversation, ...expected });
      return { before: conversation };
    },
    onError: (_error, _input, context) => context && store(context.before),
    onSuccess: store,
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.conversations.counts.key() }),
  });
  /** Whether it went well; a refusal is shown by the mutation cache. */
  const run = (act: () => Promise<Conversation>, expected: Partial<Conversation>) =>
    mutateAsync({ act, expected }).then(
      () => true,
      () => false,
    );

  const assume = () =>
    run(() => api.conversations.assume({ id }), { state: 'human_replied', assignee: { id: me.id, name: me.name }, waitingSince: null });
  const giveBack = () => run(() => api.conversations.giveBack({ id }), { state: 'ai_active', assignee: null, waitingSince: null });
  const reopen = () => run(() => api.conversations.reopen({ id }), { state: 'ai_active', assignee: null });
  const close = async () => {
    const undo = conversation.assignee?.id === me.id ? assume : reopen;
    if (await run(() => api.conversations.close({ id }), { state: 'closed', unread: 0, waitingSince: null }))
      notifyUndo(t('inbox.closed'), undo);
  };
  return { assume, giveBack, close, reopen, isPending };
}
