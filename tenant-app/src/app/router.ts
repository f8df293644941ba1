import { implement } from '@chat-saas/server/rpc';
import { authContract } from '../features/auth/auth.contract.ts';
import { authRoutes } from '../features/auth/auth.routes.ts';
import { botContract } from '../features/bot/bot.contract.ts';
import { botRoutes } from '../features/bot/bot.routes.ts';
import { brandContract } from '../features/brand/brand.contract.ts';
import { brandRoutes } from '../features/brand/brand.routes.ts';
import { connectLinkContract } from '../features/connect-links/connect-link.contract.ts';
import { connectLinkRoutes } from '../features/connect-links/connect-link.routes.ts';
import { contactContract } from '../features/contacts/contact.contract.ts';
import { contactRoutes } from '../features/contacts/contact.routes.ts';
import { conversationContract } from '../features/conversations/conversation.contract.ts';
import { conversationRoutes } from '../features/conversations/conversation.routes.ts';
import { instanceContract } from '../features/instances/instance.contract.ts';
import { instanceRoutes } from '../features/instances/instance.routes.ts';
import { messageContract } from '../features/messages/message.contract.ts';
import { messageRoutes } from '../features/messages/message.routes.ts';
import { planContract } from '../features/plan/plan.contract.ts';
import { planRoutes } from '../features/plan/plan.routes.ts';
import { platformContract } from '../features/platform/platform.contract.ts';
import { platformRoutes } from '../features/platform/platform.routes.ts';
import { userContract } from '../features/users/user.contract.ts';
import { userRoutes } from '../features/users/user.routes.ts';
import type { Actor, AppContext } from './context.ts';

/** Every slice's functions bound to its contract; the keys are those of `tenantContract`. */
export const router = {
  auth: implement<typeof authContract, AppContext, Actor>(authContract, authRoutes),
  users: implement<typeof userContract, AppContext, Actor>(userContract, userRoutes),
  brand: implement<typeof brandContract, AppContext, Actor>(brandContract, brandRoutes),
  bot: implement<typeof botContract, AppContext, Actor>(botContract, botRoutes),
  plan: implement<typeof planContract, AppContext, Actor>(planContract, planRoutes),
  instances: implement<typeof instanceContract, AppContext, Actor>(instanceContract, instanceRoutes),
  conversations: implement<typeof conversationContract, AppContext, Actor>(conversationContract, conversationRoutes),
  messages: implement<typeof messageContract, AppContext, Actor>(messageContract, messageRoutes),
  contacts: implement<typeof contactContract, AppContext, Actor>(contactContract, contactRoutes),
  platform: implement<typeof platformContract, AppContext, Actor>(platformContract, platformRoutes),
  connectLinks: implement<typeof connectLinkContract, AppContext, Actor>(connectLinkContract, connectLinkRoutes),
};
