import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import type { Log } from '@chat-saas/server/log';
import { networkOf } from '@chat-saas/server/network';
import { type AttemptLimit, createAttemptLimit } from './attempt-limit.ts';
import { findWay, type Way } from './edge.plan.ts';
import { sendBadRequest, sendEdgePage, sendTenantNotIdentified } from './edge-pages.ts';
import type { Origin } from './forwarded-headers.ts';
import { createProxy } from './proxy.ts';
import { isWebSocket, straighten } from './request-target.ts';
import type { RouteTable } from './route-table.ts';

export interface EdgeOptions {
  log: Log;
  routes: RouteTable;
  baseDomain: string;
  panelUrl: string;
  trustProxy: boolean;
  /** Connect links opened per minute and caller; null: as many as they like. */
  linksPerMinute: number | null;
  socketOf(tenantId: string): string;
  appUrlOf(slug: string): string;
  /** The panel's own server: it gets what belongs to the panel's host and never listens itself. */
  panel: Server;
}

/** One port for everybody: the panel on its host, every tenant on its own, nobody else anywhere. */
export function createEdge(options: EdgeOptions) {
  const { routes, panel } = options;
  const proxy = createProxy(options.log);
  const attempts = options.linksPerMinute === null ? null : createAttemptLimit(options.linksPerMinute);
  const map = { baseDomain: options.baseDomain, isPanelHost: panelHosts(options), byId: routes.byId, bySlug: routes.bySlug };
  const wayOf = (req: IncomingMessage): Way =>
    findWay({ host: req.headers.host, url: req.url ?? '/', tenantHeader: [req.headers['x-tenant-id']].flat()[0] }, map);

  const answer = (req: IncomingMessage, res: ServerResponse) => {
    if (!straighten(req)) return sendBadRequest(res);
    const way = wayOf(req);
    if (way.to === 'panel') return void panel.emit('request', req, res);
    const origin = originOf(req, options.trustProxy, way.to === 'tenant' && way.fromPanel);
    if (way.to === 'connect') return sendToLink(req, res, way, origin, options, attempts);
    if (way.to === 'refusal') return refuse(req, res, way.why, origin);
    const { door, tenantId, name } = way.route;
    if (door !== 'open') return sendEdgePage(req, res, door === 'suspended' ? 'suspended' : 'starting', origin.requestId, name);
    proxy.forward(req, res, options.socketOf(tenantId), origin);
  };
  const passUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const way: Way = straighten(req) ? wayOf(req) : { to: 'refusal', why: 'unknown_host' };
    if (way.to === 'panel') return void panel.emit('upgrade', req, socket, head);
    if (way.to === 'tenant' && way.route.door === 'open')
      return proxy.upgrade(req, socket, head, options.socketOf(way.route.tenantId), originOf(req, options.trustProxy, way.fromPanel));
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  };
  // One caller's request never takes down the port that everybody shares.
  const server = createServer({ shouldUpgradeCallback: isWebSocket }, (req, res) => {
    try {
      answer(req, res);
    } catch (error) {
      options.log.error({ err: error }, 'the edge could not pass a request on');
      if (res.headersSent) res.destroy();
      else sendBadRequest(res);
    }
  });
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    try {
      passUpgrade(req, socket, head);
    } catch (error) {
      options.log.error({ err: error }, 'the edge could not pass a socket on');
      socket.destroy();
    }
  });
  return { server, close: () => proxy.close() };
}

function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  why: 'unknown_host' | 'tenant_not_identified' | 'not_public',
  { requestId }: Origin,
): void {
  if (why === 'tenant_not_identified') sendTenantNotIdentified(res, requestId);
  else sendEdgePage(req, res, 'unknown', requestId);
}

function sendToLink(
  req: IncomingMessage,
  res: ServerResponse,
  way: Extract<Way, { to: 'connect' }>,
  { ip, requestId }: Origin,
  { appUrlOf }: EdgeOptions,
  attempts: AttemptLimit | null,
): void {
  if (attempts && !attempts.allows(networkOf(ip))) {
    res
      .writeHead(429, { 'retry-after': '60', 'content-type': 'text/plain', 'x-request-id': requestId })
      .end('Too many requests. Wait a moment.');
    return;
  }
  if (!way.route || !/^[0-9a-z]{20,100}$/.test(way.token)) return void sendEdgePage(req, res, 'link', requestId);
  const headers = {
    location: `${appUrlOf(way.route.slug)}/c/${way.token}`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-request-id': requestId,
  };
  res.writeHead(302, headers).end();
}

/** The proxy in front appends what it saw: only the last entry of each header is its own word. */
function originOf(req: IncomingMessage, trustProxy: boolean, fromPanel: boolean): Origin {
  const given = (name: string) => (trustProxy ? [req.headers[name]].flat().at(-1)?.split(',').at(-1)?.trim() : undefined);
  const requestId = given('x-request-id');
  return {
    ip: given('x-forwarded-for') ?? req.socket.remoteAddress ?? '',
    protocol: given('x-forwarded-proto') === 'https' ? 'https' : 'http',
    requestId: requestId && /^[\w-]{8,64}$/.test(requestId) ? requestId : randomUUID(),
    fromPanel,
  };
}

/** The panel answers on its public host, the bare base domain, localhost, and the addresses of this machine. */
function panelHosts({ panelUrl, baseDomain }: EdgeOptions): (hostname: string) => boolean {
  const names = new Set([new URL(panelUrl).hostname, baseDomain, 'localhost']);
  const addresses = new Set(Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)));
  return (hostname) => names.has(hostname) || (isIP(hostname) !== 0 && addresses.has(hostname));
}
