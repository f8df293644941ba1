import type { Conversation } from '@chat-saas/tenant-app/contract';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../app/api.ts';
import { useMe } from '../../app/session.ts';
import { storeConversation } from './conversation-cache.ts';

/** Tells the server that everything was read, once somebody really looks at the newest message. */
export function useMarkRead({ id, unread }: Conversation, atBottom: boolean): void {
  const queryClient = useQueryClient();
  const me = useMe();
  const { mutate } = useMutation({
    mutationFn: () => api.conversations.markRead({ id }),
    onSuccess: (read) => storeConversation(queryClient, read, me.id),
    onError: markShown, // the badge simply stays; the next look tries again
  });
  useEffect(() => {
    if (unread === 0 || !atBottom) return;
    const look = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) mutate();
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [unread, atBottom, mutate]);
}
