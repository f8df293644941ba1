import { notifyProblem } from '@chat-saas/ui/components/toasts.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../app/api.ts';
import { dropMessage, storeMessage } from './message-cache.ts';
import { isLocal, type LocalMessage, useSender } from './outbox.ts';

export interface MessageActions {
  retry: (message: LocalMessage) => void;
  discard: (message: LocalMessage) => void;
}

/** Try a failed message again, or remove it; whether it failed here or behind the server. */
export function useMessageActions(conversationId: string): MessageActions {
  const queryClient = useQueryClient();
  const { resend, discard } = useSender(conversationId);
  return useMemo(() => {
    const retryOnServer = async (message: LocalMessage) => {
      storeMessage(queryClient, { ...message, receipt: 'sending', error: null });
      try {
        storeMessage(queryClient, await api.messages.retry({ id: message.id }));
      } catch (error) {
        storeMessage(queryClient, message);
        notifyProblem(error);
      }
    };
    const discardOnServer = async (message: LocalMessage) => {
      dropMessage(queryClient, conversationId, message.id);
      try {
        await api.messages.discard({ id: message.id });
      } catch (error) {
        storeMessage(queryClient, message);
        notifyProblem(error);
      }
    };
    return {
      retry: (message) => void (isLocal(message) ? resend(message) : retryOnServer(message)),
      discard: (message) => void (isLocal(message) ? discard(message) : discardOnServer(message)),
    };
  }, [queryClient, conversationId, resend, discard]);
}
