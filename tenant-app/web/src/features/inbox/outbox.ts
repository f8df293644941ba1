import type { Message, Upload } from '@chat-saas/tenant-app/contract';
import { problemText } from '@chat-saas/ui/data/problem-text.ts';
import { markShown } from '@chat-saas/ui/data/shown-errors.ts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, orpc } from '../../app/api.ts';
import { useMe } from '../../app/session.ts';
import { storeMessage } from './message-cache.ts';

/** A message as the thread shows it: the server's, or one that is on its way to the server (its id starts with `local-`). */
export interface LocalMessage extends Message {
  /** In words: why it never reached the server. */
  failure?: string;
  uploadId?: string;
}
export interface Outgoing {
  text: string;
  upload?: Upload & { previewUrl: string; seconds?: number };
}

const key = (conversationId: string) => ['outbox', conversationId];
const NOTHING: LocalMessage[] = [];
export const isLocal = (message: LocalMessage) => message.id.startsWith('local-');

/** What was written here and isn't confirmed by the server yet; kept while the page is open. */
export function useOutbox(conversationId: string): LocalMessage[] {
  const { data } = useQuery({
    queryKey: key(conversationId),
    queryFn: () => NOTHING,
    enabled: false,
    initialData: NOTHING,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** Sends at once on the screen, then for real. The same `clientRef` goes with every try, so nothing is sent twice. */
export function useSender(conversationId: string) {
  const queryClient = useQueryClient();
  const me = useMe();

  const deliver = useCallback(
    async (message: LocalMessage) => {
      put(queryClient, { ...message, receipt: 'sending', failure: undefined });
      try {
        const input = {
          conversationId,
          clientRef: message.clientRef ?? '',
          text: message.text ?? '',
          ...(message.uploadId ? { uploadId: message.uploadId } : {}),
        };
        const sent = await api.messages.send(input);
        storeMessage(queryClient, sent);
        drop(queryClient, message);
      } catch (error) {
        markShown(error);
        put(queryClient, { ...message, receipt: 'failed', failure: problemText(error) });
      }
      void queryClient.invalidateQueries({ queryKey: orpc.conversations.get.queryKey({ input: { id: conversationId } }) });
    },
    [queryClient, conversationId],
  );

  const send = useCallback(
    (outgoing: Outgoing) => deliver(toMessage(conversationId, me.name, outgoing)),
    [deliver, conversationId, me.name],
  );
  const discard = useCallback((message: LocalMessage) => drop(queryClient, message), [queryClient]);
  return { send, resend: deliver, discard };
}

function toMessage(conversationId: string, authorName: string, { text, upload }: Outgoing): LocalMessage {
  const clientRef = crypto.randomUUID();
  return {
    id: `local-${clientRef}`,
    clientRef,
    conversationId,
    from: 'agent',
    authorName,
    kind: upload?.kind ?? 'text',
    text: text || null,
    attachment: upload
      ? { url: upload.previewUrl, mime: upload.mime, bytes: upload.bytes, filename: upload.filename, seconds: upload.seconds ?? null }
      : null,
    at: new Date().toISOString(),
    receipt: 'sending',
    error: null,
    ...(upload ? { uploadId: upload.id } : {}),
  };
}

function put(queryClient: QueryClient, message: LocalMessage): void {
  queryClient.setQueryData<LocalMessage[]>(key(message.conversationId), (waiting = NOTHING) =>
    waiting.some(({ id }) => id === message.id)
      ? waiting.map((other) => (other.id === message.id ? message : other))
      : [...waiting, message],
  );
}

function drop(queryClient: QueryClient, { conversationId, id }: LocalMessage): void {
  queryClient.setQueryData<LocalMessage[]>(key(conversationId), (waiting = NOTHING) => waiting.filter((other) => other.id !== id));
}
