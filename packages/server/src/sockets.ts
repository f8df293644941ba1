import type { Server as HttpServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import { findSession, type Session } from './auth/sessions.ts';

/** Socket.IO's own client for pages without a bundle. */
export const SOCKET_CLIENT_FILE = join(
  dirname(createRequire(import.meta.url).resolve('socket.io/package.json')),
  'client-dist',
  'socket.io.min.js',
);

/** Socket.IO on `/socket.io`, same origin only, small messages: clients only listen. */
export function createSockets<Events extends object>(server: HttpServer) {
  return new Server<DefaultEventsMap, Events & DefaultEventsMap>(server, {
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    allowRequest: (req, allow) => {
      const { origin, host } = req.headers;
      allow(null, !origin || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()));
    },
  });
}

/** The session behind a socket: `auth.token` (bearer) or the session cookie. Null for strangers. */
export async function sessionOf(socket: Pick<Socket, 'handshake'>, cookieName: string): Promise<Session | null> {
  const bearer: unknown = socket.handshake.auth.token;
  const cookie = new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(socket.handshake.headers.cookie ?? '')?.[1];
  const token = typeof bearer === 'string' ? bearer : cookie;
  const session = token ? await findSession(token) : null;
  return session && (session.kind === 'bearer') === (typeof bearer === 'string') ? session : null;
}
