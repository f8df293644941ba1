import type { Conversation } from './features/conversations/conversation.contract.ts';
import type { Instance } from './features/instances/instance.contract.ts';
import type { Message } from './features/messages/message.contract.ts';

/** Socket.IO, namespace `/`: people of the tenant, signed in by the session cookie or `auth: { token }`. */
export interface TenantEvents {
  'conversation.changed': (conversation: Conversation) => void;
  'message.created': (message: Message) => void;
  'message.changed': (message: Message) => void;
  /** The contact is writing (true) or stopped. */
  'contact.typing': (typing: { conversationId: string; on: boolean }) => void;
  'instance.changed': (instance: Instance) => void;
  /** An instance was removed. */
  'instance.removed': (removed: { id: string }) => void;
  'brand.changed': () => void;
  /** Sign in again: the session was ended elsewhere. */
  'session.ended': () => void;
}

/** Namespace `/connect`, `auth: { token }` of a connect link: the card changed; fetch it again. */
export interface ConnectEvents {
  'card.changed': () => void;
}
