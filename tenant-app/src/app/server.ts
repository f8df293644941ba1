import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { mountApi } from '@chat-saas/server/api';
import { createWebSession } from '@chat-saas/server/auth/web-session';
import { createHttp, finishHttp } from '@chat-saas/server/http';
import { listen } from '@chat-saas/server/listen';
import { createLog } from '@chat-saas/server/log';
import { createMail } from '@chat-saas/server/mail';
import { connectMongo, prepareDatabase } from '@chat-saas/server/mongo';
import { connectRedis } from '@chat-saas/server/redis';
import mongoose from 'mongoose';
import { tenantContract } from '../contract.ts';
import { mountBrandFiles } from '../features/brand/brand-files.routes.ts';
import { seatConnectPages } from '../features/connect-links/connect.socket.ts';
import { mountConnectPage } from '../features/connect-links/connect-page.routes.ts';
import { InstanceEngines } from '../features/instances/instance-engines.ts';
import { mountLegacy } from '../features/legacy/legacy.routes.ts';
import { noAnswerer } from '../features/messages/answerer.ts';
import { ChatWorkers } from '../features/messages/chat-workers.ts';
import { onEngineEvent } from '../features/messages/engine-sink.ts';
import { mountPhone } from '../features/phone/phone.routes.ts';
import { seatPhones } from '../features/phone/phone.socket.ts';
import { mountUploads } from '../features/uploads/upload.routes.ts';
import { sweepUploads } from '../features/uploads/upload-sweep.ts';
import { actorOfSession } from '../features/users/user.service.ts';
import { reaches } from './access.ts';
import { createBackground } from './background.ts';
import type { Config } from './config.ts';
import type { Actor, AppContext } from './context.ts';
import { createAppEvents } from './events.ts';
import { mountHealth } from './health.ts';
import { migrations } from './migrations.ts';
import { router } from './router.ts';
import { mountScreens } from './screens.ts';
import { emitters, openSockets, seatTeam } from './sockets.ts';
import { VERSION } from './version.ts';

const HOUR_MS = 3_600_000;
const PLATFORM: Actor = { id: 'platform', name: 'Platform', role: 'platform', sessionId: null };

/**
 * Builds the tenant's server without touching the outside; `start` connects, prepares the database, listens and begins
 * background work; `stop` ends all of it in the opposite order. Tests override what stands for the outside world.
 */
export function createServer(config: Config, overrides: Partial<AppContext> = {}) {
  const log = overrides.log ?? createLog('tenant-app', config.LOG_LEVEL);
  const app = createHttp({ log, trustProxy: config.TRUST_PROXY });
  const http = createHttpServer(app);
  const io = openSockets(http);
  // What needs the context itself is added below, before `createServer` answers.
  const ctx = {
    config,
    log,
    redis: connectRedis(config.REDIS_URL),
    mail: createMail(config.SMTP_URL ?? null, config.MAIL_FROM),
    now: () => new Date(),
    ...emitters(io),
    events: createAppEvents(log),
    ...overrides,
  } as AppContext;
  ctx.instances = overrides.instances ?? new InstanceEngines(ctx, { onEvent: onEngineEvent });
  ctx.chats = overrides.chats ?? new ChatWorkers(ctx, noAnswerer, `${config.TENANT_ID}-chats`);
  const loadActor = (session: Parameters<typeof actorOfSession>[1]) => actorOfSession(ctx, session);
  const web = createWebSession<Actor>({
    secret: config.SESSION_SECRET,
    secure: config.PUBLIC_URL.startsWith('https:'),
    loadActor,
    loadBearer: (token) => (isSame(token, config.PLATFORM_TOKEN) ? PLATFORM : null),
  });

  mountHealth(app, ctx);
  app.use((req, res, next) => (req.path.startsWith('/assets/') ? next() : web.authenticate(req, res, next)));
  mountUploads(app, ctx, web);
  mountBrandFiles(app, ctx, web);
  mountLegacy(app, ctx, web);
  mountConnectPage(app, ctx);
  mountPhone(app, ctx);
  mountApi(app, {
    title: 'Tenant app',
    version: VERSION,
    contract: tenantContract,
    router,
    ctx,
    log,
    actorOf: web.actorOf,
    reaches,
    session: web,
    rateLimits: config.RATE_LIMITS,
  });
  mountScreens(app, ctx, fileURLToPath(new URL('../../web/dist', import.meta.url)));
  finishHttp(app, log);
  seatConnectPages(io, ctx);
  seatPhones(io, ctx);
  seatTeam(io, ctx, { cookieName: web.cookieName, loadActor });

  const background = createBackground(log);
  return {
    app,
    http,
    io,
    ctx,
    /** @throws Error in one sentence when the database, Redis or the address can't be had. */
    async start(): Promise<void> {
      await Promise.all([connectMongo(config.MONGODB_URI, `chat_${config.TENANT_ID}`), waitForRedis(ctx)]);
      await prepareDatabase(migrations, log);
      await listen(http, config.LISTEN);
      background.every('upload sweep', HOUR_MS, () => sweepUploads(ctx));
      ctx.chats.start();
      background.run('start instances', () => ctx.instances.startWanted());
    },
    async stop(): Promise<void> {
      const settled = background.stop();
      await ctx.instances.close();
      await ctx.chats.close();
      await settled;
      await io.close(); // closes the HTTP server too
      ctx.redis.disconnect();
      await mongoose.disconnect();
    },
  };
}

/** Compares hashes: they have one length whatever was given, and the time tells nothing. */
const isSame = (given: string, expected: string) => timingSafeEqual(sha256(given), sha256(expected));
const sha256 = (text: string) => createHash('sha256').update(text).digest();

async function waitForRedis({ redis, config }: AppContext, timeoutMs = 10_000): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      redis.disconnect();
      reject(new Error(`Redis does not answer at ${config.REDIS_URL.replace(/\/\/[^@/]+@/, '//[hidden]@')}. Is it running?`));
    }, timeoutMs);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
