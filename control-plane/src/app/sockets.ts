import type { Server as HttpServer } from 'node:http';
import type { Session } from '@chat-saas/server/auth/sessions';
import type { Log } from '@chat-saas/server/log';
import { createSockets, sessionOf } from '@chat-saas/server/sockets';
import type { PlatformEvents } from '../events.contract.ts';
import type { Actor, AppContext } from './context.ts';

export type Sockets = ReturnType<typeof createSockets<PlatformEvents>>;

export const openSockets = (http: HttpServer): Sockets => createSockets<PlatformEvents>(http);

/** How services reach the owners' open screens. */
export function emitters(io: Sockets): Pick<AppContext, 'emit' | 'endSockets'> {
  return {
    emit: (name, ...args) => {
      const room = io.to('owners') as unknown as { emit(name: string, ...args: unknown[]): void };
      room.emit(name, ...args);
    },
    endSockets: (which) => {
      const gone = 'sessionId' in which ? io.to(`session:${which.sessionId}`) : io.to(`user:${which.userId}`);
      const kept = 'exceptSessionId' in which && which.exceptSessionId ? gone.except(`session:${which.exceptSessionId}`) : gone;
      kept.emit('session.ended');
      kept.disconnectSockets(true);
    },
  };
}

/** Namespace `/`: signed-in owners join the room `owners`; strangers are refused. */
export function seatOwners(
  io: Sockets,
  log: Log,
  options: { cookieName: string; loadActor(session: Session): Promise<Actor | null> },
): void {
  io.use(async (socket, next) => {
    try {
      const session = await sessionOf(socket, options.cookieName);
      const actor = session && (await options.loadActor(session));
      if (!session || !actor) return next(new Error('UNAUTHENTICATED'));
      await socket.join(['owners', `user:${actor.id}`, `session:${session.id}`]);
      next();
    } catch (error) {
      log.error({ err: error }, 'a socket could not be admitted');
      next(new Error('UNAVAILABLE'));
    }
  });
}
