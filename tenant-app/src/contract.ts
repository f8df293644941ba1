import { authContract } from './features/auth/auth.contract.ts';
import { botContract } from './features/bot/bot.contract.ts';
import { brandContract } from './features/brand/brand.contract.ts';
import { connectLinkContract } from './features/connect-links/connect-link.contract.ts';
import { contactContract } from './features/contacts/contact.contract.ts';
import { conversationContract } from './features/conversations/conversation.contract.ts';
import { instanceContract } from './features/instances/instance.contract.ts';
import { messageContract } from './features/messages/message.contract.ts';
import { planContract } from './features/plan/plan.contract.ts';
import { platformContract } from './features/platform/platform.contract.ts';
import { userContract } from './features/users/user.contract.ts';

/** Everything that may be asked of a tenant's app under `/api/v1`. */
export const tenantContract = {
  auth: authContract,
  users: userContract,
  brand: brandContract,
  bot: botContract,
  plan: planContract,
  instances: instanceContract,
  connectLinks: connectLinkContract,
  conversations: conversationContract,
  messages: messageContract,
  contacts: contactContract,
  platform: platformContract,
};

export type * from './events.contract.ts';
export * from './features/bot/bot.contract.ts';
export * from './features/connect-links/connect-link.contract.ts';
export * from './features/contacts/contact.contract.ts';
export * from './features/conversations/conversation.contract.ts';
export * from './features/instances/instance.contract.ts';
export * from './features/messages/message.contract.ts';
export * from './features/users/user.contract.ts';

/** What `POST /api/v1/uploads` (multipart field `file`) answers; `id` goes into a message within 24 hours. */
export interface Upload {
  id: string;
  mime: string;
  bytes: number;
  filename: string;
  kind: 'image' | 'video' | 'audio' | 'voice' | 'document';
}
