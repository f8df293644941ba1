import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream';
import type { Log } from '@chat-saas/server/log';
import { sendEdgePage } from './edge-pages.ts';
import { type Origin, requestHeaders, responseHeaders } from './forwarded-headers.ts';

/** Without a byte in either direction for this long, an exchange is over. */
const SILENCE_MS = 120_000;
const NOBODY_THERE = ['ECONNREFUSED', 'ENOENT'];

/** Passes HTTP exchanges and WebSockets on to Unix sockets; bodies stream, nothing is kept. */
export function createProxy(log: Log) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 16 });

  function forward(req: IncomingMessage, res: ServerResponse, socketPath: string, origin: Origin, isRepeat = false): void {
    const headers = requestHeaders(req, origin);
    const sent = request({ socketPath, agent, method: req.method, path: req.url, headers, timeout: SILENCE_MS, setHost: false });
    sent.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, responseHeaders(answer, origin.fromPanel));
      pipeline(answer, res, () => undefined); // either side may leave; the other is ended with it
    });
    sent.on('timeout', () => sent.destroy(new Error('silence')));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (res.headersSent || res.destroyed) return void res.destroy();
      const isStale = error.code === 'ECONNRESET' && sent.reusedSocket && !isRepeat && hasNoBody(req);
      if (isStale) return forward(req, res, socketPath, origin, true); // the app closed an idle connection at that very moment
      log.warn({ err: error, requestId: origin.requestId }, 'a stack did not answer');
      sendEdgePage(req, res, NOBODY_THERE.includes(error.code ?? '') ? 'starting' : 'down', origin.requestId);
    });
    res.on('close', () => res.writableFinished || sent.destroy());
    if (hasNoBody(req)) sent.end();
    else pipeline(req, sent, () => undefined);
  }

  /** A request that asks to switch protocols; the stack may refuse with an ordinary answer. */
  function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer, socketPath: string, origin: Origin): void {
    const { 'content-length': _, 'transfer-encoding': __, ...kept } = requestHeaders(req, origin); // a handshake has no body
    const headers = { ...kept, connection: 'Upgrade', upgrade: req.headers.upgrade ?? 'websocket' };
    const sent = request({ socketPath, agent: false, method: req.method, path: req.url, headers, setHost: false });
    const endAll = () => {
      sent.destroy();
      socket.destroy();
    };
    socket.on('error', endAll).on('close', endAll);
    sent.on('upgrade', (answer, behind, behindHead) => {
      socket.write(headOf(answer));
      if (behindHead.length > 0) socket.write(behindHead);
      if (head.length > 0) behind.write(head);
      // a WebSocket is never half closed: whoever leaves ends both sides
      behind.on('error', endAll).on('close', () => socket.end(endAll));
      socket.on('end', () => behind.end()).on('close', () => behind.destroy());
      socket.pipe(behind);
      behind.pipe(socket);
    });
    sent.on('response', (answer) => {
      socket.write(headOf(answer));
      pipeline(answer, socket, () => socket.destroy());
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      log.warn({ err: error, requestId: origin.requestId }, 'a stack did not take a socket');
      if (!socket.destroyed) socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    sent.end();
  }

  return { forward, upgrade, close: () => agent.destroy() };
}

const hasNoBody = (req: IncomingMessage) => req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined;

/** Status line and headers of an answer, as they go on over a raw socket. */
function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = [rawHeaders[i], rawHeaders[i + 1]];
    if (name.toLowerCase() !== 'transfer-encoding') lines.push(`${name}: ${value}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
