import type { Message } from './message.contract.ts';
import type { MessageDoc } from './message.model.ts';

/** What a screen sees of a message. */
export function messageView(doc: MessageDoc): Message {
  const { media } = doc;
  return {
    id: doc._id,
    conversationId: doc.conversationId,
    from: doc.from,
    authorName: doc.authorName ?? null,
    kind: doc.kind as Message['kind'],
    text: doc.text ?? null,
    attachment: media?.uploadId
      ? {
          url: `/api/v1/media/${media.uploadId}`,
          mime: media.mime ?? 'application/octet-stream',
          bytes: media.bytes ?? 0,
          filename: media.filename ?? null,
          seconds: media.seconds ?? null,
        }
      : null,
    at: doc.at.toISOString(),
    receipt: doc.receipt ?? null,
    error: doc.error ?? null,
    clientRef: doc.clientRef ?? null,
  };
}

const PREVIEW_LENGTH = 120;

/** One line for the list of conversations: the words, else the file's name. */
export const previewOf = (doc: Pick<MessageDoc, 'text' | 'media'>): string =>
  (doc.text || doc.media?.filename || '').replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH);
