import { Id, Phone, paragraph, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const MessageKind = z.enum([
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contact',
  'unsupported',
]);

export const Attachment = z.object({
  /** Same-origin address, for signed-in people of the tenant only. */
  url: z.string(),
  mime: z.string(),
  bytes: z.number(),
  filename: z.string().nullable(),
  seconds: z.number().nullable(),
});

export const Message = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** Who wrote it: the contact, the bot (or AI), or a person of the team (also from their own phone). */
  from: z.enum(['contact', 'bot', 'agent']),
  authorName: z.string().nullable(),
  kind: MessageKind,
  text: z.string().nullable(),
  attachment: Attachment.nullable(),
  at: z.string(),
  /** Null for what the contact wrote. `unknown`: the engine could not tell whether it went out; being checked. */
  receipt: z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown']).nullable(),
  /** Stable code of why it failed, such as `not_on_whatsapp`. */
  error: z.string().nullable(),
  /** The client's own reference of a message that it sent; lets a screen match its optimistic copy. */
  clientRef: z.string().nullable(),
});
export type Message = z.infer<typeof Message>;

const ClientRef = z.string().regex(/^[\w-]{8,64}$/);
const CANNOT_SEND = {
  ATTACHMENT_UNKNOWN: { status: 400, message: 'The file was not uploaded or has expired. Attach it again.' },
  EMPTY_MESSAGE: { status: 400, message: 'Write something or attach a file.' },
} as const;

export const messageContract = {
  list: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/conversations/{conversationId}/messages', summary: 'Messages, newest first', tags: ['Messages'] })
    .input(z.object({ conversationId: Id, before: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }))
    .output(z.object({ items: z.array(Message), nextBefore: z.string().nullable() })),
  send: procedure({ access: 'agent', perMinute: 120 })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/messages',
      summary: 'Write to the contact; assumes the conversation',
      tags: ['Messages'],
      successStatus: 201,
    })
    .input(z.object({ conversationId: Id, clientRef: ClientRef, text: paragraph(4096).default(''), uploadId: Id.optional() }))
    .output(Message)
    .errors(CANNOT_SEND),
  sendTo: procedure({ access: 'agent', perMinute: 60 })
    .route({ method: 'POST', path: '/messages', summary: 'Write to a phone number', tags: ['Messages'], successStatus: 201 })
    .input(
      z.object({
        instanceId: Id.optional(),
        phone: Phone,
        clientRef: ClientRef,
        text: paragraph(4096).default(''),
        uploadId: Id.optional(),
      }),
    )
    .output(Message)
    .errors({ ...CANNOT_SEND, NO_INSTANCE: { status: 409, message: 'Connect a WhatsApp number first.' } }),
  retry: procedure({ access: 'agent' })
    .route({ method: 'PUT', path: '/messages/{id}/retry', summary: 'Send a failed message again', tags: ['Messages'] })
    .input(z.object({ id: Id }))
    .output(Message)
    .errors({ MESSAGE_NOT_FAILED: { status: 409, message: 'This message did not fail.' } }),
  discard: procedure({ access: 'agent' })
    .route({ method: 'DELETE', path: '/messages/{id}', summary: 'Remove a message that failed', tags: ['Messages'] })
    .input(z.object({ id: Id }))
    .output(z.object({ removed: z.literal(true) }))
    .errors({ MESSAGE_NOT_FAILED: { status: 409, message: 'This message did not fail.' } }),
};
