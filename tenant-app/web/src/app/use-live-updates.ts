import type { TenantEvents } from '@chat-saas/tenant-app/contract';
import { useWhiteLabel } from '@chat-saas/ui/branding/use-white-label.ts';
import { useSocket } from '@chat-saas/ui/data/use-socket.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { dropInstance, storeInstance } from '../features/connect/instance-cache.ts';
import { storeConversation } from '../features/inbox/conversation-cache.ts';
import { storeMessage } from '../features/inbox/message-cache.ts';
import { storeTyping } from '../features/inbox/typing.ts';
import { orpc } from './api.ts';

const COUNTS_AFTER_MS = 400;

/** Keeps everything loaded as it is on the server: events patch the query cache; after a cut line all is asked for again. */
export function useLiveUpdates(myId: string): { connected: boolean } {
  const queryClient = useQueryClient();
  const { refetch: refetchBrand } = useWhiteLabel();
  const countsTimer = useRef(0);
  useEffect(() => () => window.clearTimeout(countsTimer.current), []);

  const on = useMemo<TenantEvents>(() => {
    const recount = () => {
      window.clearTimeout(countsTimer.current);
      countsTimer.current = window.setTimeout(
        () => void queryClient.invalidateQueries({ queryKey: orpc.conversations.counts.key() }),
        COUNTS_AFTER_MS,
      );
    };
    return {
      'conversation.changed': (conversation) => {
        storeConversation(queryClient, conversation, myId);
        recount();
      },
      'message.created': (message) => {
        storeMessage(queryClient, message);
        if (message.from === 'contact') storeTyping(queryClient, { conversationId: message.conversationId, on: false });
      },
      'message.changed': (message) => storeMessage(queryClient, message),
      'contact.typing': (typing) => storeTyping(queryClient, typing),
      'instance.changed': (instance) => storeInstance(queryClient, instance),
      'instance.removed': ({ id }) => dropInstance(queryClient, id),
      'brand.changed': () => void refetchBrand(),
      'session.ended': () => void queryClient.invalidateQueries({ queryKey: orpc.auth.me.key() }),
    };
  }, [queryClient, myId, refetchBrand]);

  return useSocket({ on: { ...on }, onReconnect: () => void queryClient.invalidateQueries() });
}
