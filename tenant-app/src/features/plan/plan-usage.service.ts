import { startOfMonth } from '../../app/calendar.ts';
import type { AppContext } from '../../app/context.ts';
import { countConversationsSince } from '../conversations/conversation.service.ts';
import { countInstances } from '../instances/instance.service.ts';
import { countStorageBytes } from '../uploads/upload.service.ts';
import { countUsers } from '../users/user.service.ts';
import { entitlementsOf } from './plan.service.ts';

/** The plan and what is used of it, counted now. */
export async function showPlan(ctx: AppContext) {
  const [entitlements, agents, instances, conversationsThisMonth, storageBytes] = await Promise.all([
    entitlementsOf(ctx),
    countUsers(),
    countInstances(),
    countConversationsSince(startOfMonth(ctx.now())),
    countStorageBytes(),
  ]);
  return { ...entitlements, usage: { agents, instances: instances.total, conversationsThisMonth, storageBytes } };
}
