import type { AppContext } from '../../app/context.ts';
import type { EngineEvent, WhatsAppEngine } from '../engines/engine.ts';
import { catchUpSince } from '../instances/instance.plan.ts';
import { findInstance, noteCaughtUp } from '../instances/instance.service.ts';
import { receiveMessage, unknownOf } from './inbound.service.ts';
import { applyReceipt } from './receipt.service.ts';
import { hearTyping } from './typing.service.ts';

/** Where engine events become messages. Rejecting means "not stored": the event comes again. */
export async function onEngineEvent(ctx: AppContext, instanceId: string, engine: WhatsAppEngine, event: EngineEvent): Promise<void> {
  switch (event.t) {
    case 'message':
      return receiveMessage(ctx, instanceId, event.message);
    case 'receipt':
      return applyReceipt(ctx, instanceId, event.id, event.receipt);
    case 'typing':
      return hearTyping(ctx, instanceId, event.chat, event.typing);
    case 'state':
      if (event.state === 'ready') ctx.instances.inBackground(catchUp(ctx, instanceId, engine));
      return;
    case 'diagnostic':
      if (event.code === 'events_dropped') ctx.instances.inBackground(catchUp(ctx, instanceId, engine));
      return;
    default:
      return;
  }
}

const RETRY_MS = 5_000;

/**
 * Takes what came while nobody listened; what is known already changes nothing. The mark from which the next one begins
 * moves only after all was stored; a failure is tried again while the number is connected.
 */
async function catchUp(ctx: AppContext, instanceId: string, engine: WhatsAppEngine): Promise<void> {
  const startedAt = ctx.now();
  try {
    const instance = await findInstance(instanceId);
    const since = catchUpSince(instance.caughtUpAt ?? null, instance.linkedAt ?? null, startedAt);
    for (const message of await unknownOf(instanceId, await engine.catchUp(since))) await receiveMessage(ctx, instanceId, message);
    await noteCaughtUp(instanceId, startedAt);
  } catch (error) {
    ctx.log.warn({ err: error, instanceId }, 'could not catch up yet');
    if (engine.snapshot().state !== 'ready') return; // the next connection does
    setTimeout(() => ctx.instances.inBackground(catchUp(ctx, instanceId, engine)), RETRY_MS).unref();
  }
}
