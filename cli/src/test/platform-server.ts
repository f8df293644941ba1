import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { platformContract } from '@chat-saas/control-plane/contract';
import { mountApi } from '@chat-saas/server/api';
import { createHttp, finishHttp } from '@chat-saas/server/http';
import { createLog } from '@chat-saas/server/log';
import { platformHandlers } from './platform-handlers.ts';
import { PlatformWorld } from './platform-world.ts';

/** A control plane over HTTP: the real contract, validation and error documents; the data in memory. */
export async function platformServer() {
  const world = new PlatformWorld();
  const log = createLog('stand-in', 'silent');
  const app = createHttp({ log, trustProxy: false });
  app.use((req, _res, next) => {
    world.requests.push(`${req.method} ${req.path}`);
    next();
  });
  mountApi(app, {
    title: 'Control plane',
    version: '0.1.0',
    contract: platformContract,
    router: platformHandlers(),
    ctx: world,
    log,
    actorOf: (req) => (world.tokens.has((req.get('authorization') ?? '').replace(/^Bearer /, '')) ? { id: 'u1' } : null),
    reaches: (_actor, access) => access === 'owner',
    session: { set: () => {}, clear: () => {} },
    rateLimits: false,
  });
  finishHttp(app, log);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    world,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type PlatformServer = Awaited<ReturnType<typeof platformServer>>;
