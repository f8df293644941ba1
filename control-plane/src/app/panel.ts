import { createServer, type RequestListener, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { BRAND_DEFAULTS } from '@chat-saas/contract';
import { mountApi } from '@chat-saas/server/api';
import { createWebSession } from '@chat-saas/server/auth/web-session';
import { createHttp, finishHttp } from '@chat-saas/server/http';
import { isMongoAlive } from '@chat-saas/server/mongo';
import { serveWeb } from '@chat-saas/server/web';
import { platformContract } from '../contract.ts';
import { actorOfSession } from '../features/auth/auth.service.ts';
import { mountLegacy } from '../features/legacy/legacy.routes.ts';
import type { Actor, AppContext } from './context.ts';
import { router } from './router.ts';
import { emitters, openSockets, type Sockets, seatOwners } from './sockets.ts';

export const VERSION = '0.1.0';
const DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));
const NOT_PAGES = /^\/(?:api|assets|c|client|health|socket\.io)(?:\/|$)/;

export interface Panel {
  server: Server;
  io: Sockets;
  /** Answers from now on: `ctx` must be whole. */
  open(ctx: AppContext): void;
}

/** The panel's own server: API, sockets and screens. It doesn't listen: the edge hands it what is the panel's. */
export function createPanel(): Panel & { emitters: Pick<AppContext, 'emit' | 'endSockets'> } {
  let answer: RequestListener = (_req, res) => res.writeHead(503, { 'retry-after': '1' }).end();
  const server = createServer((req, res) => answer(req, res)); // before the sockets: they take over what listens by then
  const io = openSockets(server);
  return {
    server,
    io,
    emitters: emitters(io),
    open(ctx) {
      const { config, log } = ctx;
      const app = createHttp({ log: ctx.log, trustProxy: config.TRUST_PROXY });
      const web = createWebSession<Actor>({
        secret: ctx.sealer.derive('csrf'),
        secure: config.PUBLIC_URL.startsWith('https:'),
        loadActor: actorOfSession,
      });
      app.get('/health', async (_req, res) => {
        const isWell = await isMongoAlive();
        res.setHeader('cache-control', 'no-store');
        res.status(isWell ? 200 : 503).json(isWell ? { status: 'ok' } : { status: 'failing', database: 'failing' });
      });
      app.use((req, res, next) => (req.path.startsWith('/assets/') ? next() : web.authenticate(req, res, next)));
      mountApi(app, {
        title: 'Control plane',
        version: VERSION,
        contract: platformContract,
        router,
        ctx,
        log: ctx.log,
        actorOf: web.actorOf,
        reaches: (actor, access) => access === 'public' || (access === 'owner' && actor.role === 'owner'),
        session: web,
        rateLimits: config.RATE_LIMITS,
      });
      mountLegacy(app, ctx, web.actorOf);
      const brand = { ...BRAND_DEFAULTS, companyName: 'Chat SaaS', logoUrl: null, faviconUrl: null, customCssUrl: null };
      serveWeb(app, { dist: DIST, brand: async () => brand, isPage: (req) => !NOT_PAGES.test(req.path) });
      finishHttp(app, ctx.log);
      answer = app;
      seatOwners(io, log, { cookieName: web.cookieName, loadActor: actorOfSession });
    },
  };
}
