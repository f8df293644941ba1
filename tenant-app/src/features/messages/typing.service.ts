import type { AppContext } from '../../app/context.ts';
import { findConversation, findConversationAt } from '../conversations/conversation.service.ts';
import { EngineError, type Peer, peerFromRaw } from '../engines/engine.ts';
import { findInstance } from '../instances/instance.service.ts';

/** Shows the contact that somebody writes. False: the engine couldn't, and nothing is lost by it. @throws NOT_FOUND */
export async function showTyping(ctx: AppContext, conversationId: string, on: boolean): Promise<boolean> {
  const conversation = await findConversation(conversationId);
  const engine = ctx.instances.of(await findInstance(conversation.instanceId));
  if (engine.snapshot().state !== 'ready' || !engine.capabilities.typing) return false;
  try {
    await engine.setTyping(peerFromRaw(conversation.peer), on);
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** The contact writes (or stopped): the open screens show it. */
export async function hearTyping(ctx: AppContext, instanceId: string, chat: Peer, on: boolean): Promise<void> {
  const conversationId = await findConversationAt(instanceId, chat.raw);
  if (conversationId) ctx.emit('contact.typing', { conversationId, on });
}
