import { startOfDay } from '../../app/calendar.ts';
import type { AppContext } from '../../app/context.ts';
import { observeVitals } from '../../app/health.ts';
import { VERSION } from '../../app/version.ts';
import { countConversations } from '../conversations/conversation.service.ts';
import { countInstances } from '../instances/instance.service.ts';
import { countMessagesSince } from '../messages/message.service.ts';

/** What runs here, as observed now. Counts need the database: where it fails, so does this. */
export async function observeStatus(ctx: AppContext) {
  const [vitals, instances, conversations, messagesToday] = await Promise.all([
    observeVitals(ctx),
    countInstances(),
    countConversations(),
    countMessagesSince(startOfDay(ctx.now())),
  ]);
  return {
    tenantId: ctx.config.TENANT_ID,
    version: VERSION,
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage.rss(),
    ...vitals,
    instances,
    conversations,
    messagesToday,
  };
}
