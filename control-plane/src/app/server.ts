import { listen } from '@chat-saas/server/listen';
import { createLog } from '@chat-saas/server/log';
import { createMail } from '@chat-saas/server/mail';
import { connectMongo, prepareDatabase } from '@chat-saas/server/mongo';
import mongoose from 'mongoose';
import { createEdge } from '../features/edge/edge.ts';
import { RouteTable } from '../features/edge/route-table.ts';
import { createOperationWorker } from '../features/operations/operation-worker.ts';
import { readPlans } from '../features/plans/plan.service.ts';
import { readMasterKey } from '../features/secrets/master-key.ts';
import { createSealer } from '../features/secrets/seal.ts';
import { StackHolds } from '../features/stacks/stack-holds.ts';
import { createSupervisor } from '../features/stacks/supervisor.ts';
import { allTenants, announceTenant, appUrlOf } from '../features/tenants/tenant.service.ts';
import type { Config } from './config.ts';
import type { AppContext } from './context.ts';
import { lockDataFolder } from './data-folder.ts';
import { createPanel } from './panel.ts';
import { createStacks } from './stacks.ts';

const LINKS_PER_MINUTE = 60;

/**
 * Builds the control plane without touching more than its data folder; `start` connects, listens and begins background work,
 * `stop` ends all of it in the opposite order. Tests override what stands for the outside world.
 */
export async function createServer(config: Config, overrides: Partial<AppContext> = {}) {
  const unlock = lockDataFolder(config.DATA_DIR);
  const log = overrides.log ?? createLog('control-plane', config.LOG_LEVEL);
  const panel = createPanel();
  const ctx: AppContext = {
    config,
    log,
    now: () => new Date(),
    mail: createMail(config.SMTP_URL ?? null, config.MAIL_FROM),
    plans: readPlans(),
    sealer: createSealer(readMasterKey(config.MASTER_KEY_FILE)),
    stacks: overrides.stacks ?? (await createStacks(config)),
    holds: new StackHolds(),
    routes: new RouteTable(),
    ...panel.emitters,
    wakeOperations: () => worker.wake(),
    ...overrides,
  };
  const worker = createOperationWorker(ctx);
  const supervisor = createSupervisor(ctx);
  panel.open(ctx);
  const edge = createEdge({
    log,
    routes: ctx.routes,
    baseDomain: config.BASE_DOMAIN,
    panelUrl: config.PUBLIC_URL,
    trustProxy: config.TRUST_PROXY,
    linksPerMinute: config.RATE_LIMITS ? LINKS_PER_MINUTE : null,
    socketOf: ctx.stacks.socketOf,
    appUrlOf: (slug) => appUrlOf(ctx, slug),
    panel: panel.server,
  });
  let broughtBack: Promise<void> = Promise.resolve();

  return {
    ctx,
    edge: edge.server,
    /** @throws Error in one sentence when the database or the port can't be had. */
    async start(): Promise<void> {
      await connectMongo(config.MONGODB_URI, config.CONTROL_DATABASE);
      await prepareDatabase([], log);
      for (const { _id } of await allTenants()) await announceTenant(ctx, _id);
      await listen(edge.server, `${config.HOST}:${config.PORT}`);
      await worker.start();
      broughtBack = supervisor.start();
    },
    /** Resolves once every stack that should run was tried. */
    broughtBack: () => broughtBack,
    async stop(): Promise<void> {
      edge.server.close();
      await Promise.all([worker.stop(), supervisor.stop()]);
      await panel.io.close();
      edge.server.closeAllConnections();
      await ctx.stacks.close();
      edge.close();
      await mongoose.disconnect();
      unlock();
    },
  };
}
