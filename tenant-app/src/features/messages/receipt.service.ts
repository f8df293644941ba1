import type { AppContext } from '../../app/context.ts';
import { noteReceipt } from '../conversations/conversation-handoff.service.ts';
import type { Receipt } from '../engines/engine.ts';
import { MessageModel } from './message.model.ts';
import { messageView } from './message.view.ts';
import { receiptsBefore } from './outbox.plan.ts';

const NAMES = { server: 'sent', delivered: 'delivered', read: 'read', played: 'read', failed: 'failed' } as const;
const EARLY_MS = 60_000;

/** Receipts that nothing could be done with yet: they may have come before `send` answered with the message's id. */
const early = new Map<string, Receipt>();

/** Moves a sent message's receipt forward; repeats and steps back change nothing. */
export async function applyReceipt(ctx: AppContext, instanceId: string, providerId: string, receipt: Receipt): Promise<void> {
  const to = NAMES[receipt];
  const doc = await MessageModel.findOneAndUpdate(
    { instanceId, providerId, receipt: { $in: receiptsBefore(to) } },
    { $set: { receipt: to, error: to === 'failed' ? 'refused' : null } },
    { returnDocument: 'after' },
  ).lean();
  if (!doc) return remember(`${instanceId} ${providerId}`, receipt);
  ctx.emit('message.changed', messageView(doc));
  await noteReceipt(ctx, doc.conversationId, doc._id, to);
}

/** Call once a message has got its id and is `sent`. */
export async function settleEarlyReceipt(ctx: AppContext, instanceId: string, providerId: string): Promise<void> {
  const receipt = early.get(`${instanceId} ${providerId}`);
  if (!receipt) return;
  early.delete(`${instanceId} ${providerId}`);
  if (NAMES[receipt] === 'sent') return;
  await applyReceipt(ctx, instanceId, providerId, receipt);
}

function remember(key: string, receipt: Receipt): void {
  early.set(key, receipt);
  setTimeout(() => early.delete(key), EARLY_MS).unref();
}
