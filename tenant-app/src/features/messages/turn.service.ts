import type { AppContext } from '../../app/context.ts';
import { getBotSettings, renderBotMessage } from '../bot/bot.service.ts';
import { type ConversationDoc, findConversation, leaseConversation } from '../conversations/conversation.service.ts';
import { awaitHuman, countMessage, noteGreeting, reopenByMessage } from '../conversations/conversation-handoff.service.ts';
import type { Answerer } from './answerer.ts';
import { type MessageDoc, MessageModel } from './message.model.ts';
import { previewOf } from './message.view.ts';
import { fetchMedia } from './message-media.service.ts';
import { queueBotMessage } from './outbox.service.ts';
import { isConfident, planTurn } from './turn.plan.ts';

const LEASE_MS = 30_000;
const BATCH = 20;

/**
 * Works through what a contact wrote, in order, one worker per chat. Every effect may be applied twice;
 * `handledAt` is written last, so a crash anywhere repeats the message and changes nothing.
 * @returns false when somebody else works on this chat
 */
export async function runTurn(ctx: AppContext, conversationId: string, answerer: Answerer): Promise<boolean> {
  const lease = await leaseConversation(conversationId, 'turn', LEASE_MS);
  if (!lease) return false;
  try {
    for (;;) {
      const waiting = await MessageModel.find({ conversationId, from: 'contact', handledAt: null }).sort({ _id: 1 }).limit(BATCH).lean();
      for (const message of waiting) {
        if (!(await lease.renew())) return false;
        await handle(ctx, message, answerer);
      }
      if (waiting.length < BATCH) return true;
    }
  } finally {
    await lease.release();
  }
}

async function handle(ctx: AppContext, message: MessageDoc, answerer: Answerer): Promise<void> {
  const id = message.conversationId;
  const counted = await countMessage(ctx, id, {
    id: message._id,
    from: 'contact',
    kind: message.kind,
    preview: previewOf(message),
    at: message.at,
    receipt: null,
  });
  if (message.media?.handle && !message.media.uploadId) ctx.instances.inBackground(fetchMedia(ctx, message._id));
  const conversation = counted ?? (await findConversation(id));
  await answer(ctx, conversation.state === 'closed' ? await reopenByMessage(ctx, id) : conversation, message, answerer);
  await MessageModel.updateOne({ _id: message._id }, { handledAt: ctx.now() });
}

/** Replies are keyed by the message that they answer: the same turn twice says nothing twice. */
async function answer(ctx: AppContext, conversation: ConversationDoc, message: MessageDoc, answerer: Answerer): Promise<void> {
  const { enabled } = await getBotSettings(ctx);
  const turn = planTurn({
    state: conversation.state,
    isBotEnabled: enabled,
    greetedAt: conversation.greetedAt ?? null,
    writtenAt: message.at,
    now: ctx.now(),
  });
  const say = (text: string) => queueBotMessage(ctx, conversation, `bot-${message._id}`, text);
  switch (turn.do) {
    case 'keep_silent':
      return;
    case 'greet':
      await say(await renderBotMessage(ctx, 'greeting'));
      return noteGreeting(ctx, conversation._id);
    case 'answer': {
      const found = await ask(ctx, conversation._id, message, answerer);
      if (isConfident(found)) return say(found.text);
      await say(await renderBotMessage(ctx, 'fallback'));
      return awaitHuman(ctx, conversation._id);
    }
    case 'hand_over':
      if (turn.sayWhy) await say(await renderBotMessage(ctx, 'fallback'));
      return awaitHuman(ctx, conversation._id);
  }
}

async function ask(ctx: AppContext, conversationId: string, message: MessageDoc, answerer: Answerer) {
  try {
    return await answerer(ctx, { conversationId, text: message.text ?? '' });
  } catch (error) {
    ctx.log.error({ err: error, conversationId }, 'no answer: a person takes over');
    return null;
  }
}
