import type { Server as HttpServer } from 'node:http';
import type { Session } from '@chat-saas/server/auth/sessions';
import { createSockets, sessionOf } from '@chat-saas/server/sockets';
import type { TenantEvents } from '../events.contract.ts';
import type { Actor, AppContext } from './context.ts';

export type Sockets = ReturnType<typeof createSockets<TenantEvents>>;

export const openSockets = (http: HttpServer): Sockets => createSockets<TenantEvents>(http);

/** How services reach the open screens. */
export function emitters(io: Sockets): Pick<AppContext, 'emit' | 'emitToConnect'> {
  const send = (to: { emit: unknown }, name: string, args: unknown[]) =>
    (to.emit as (name: string, ...args: unknown[]) => void).call(to, name, ...args);
  return {
    emit: (name, ...args) => send(io.to('team'), name, args),
    emitToConnect: (instanceId, name, ...args) => send(io.of('/connect').to(instanceId), name, args),
  };
}

/** Namespace `/`: signed-in people join the room `team`; strangers are refused; whose session ends is told and cut off. */
export function seatTeam(
  io: Sockets,
  ctx: AppContext,
  options: { cookieName: string; loadActor(session: Session): Promise<Actor | null> },
): void {
  io.use(async (socket, next) => {
    try {
      const session = await sessionOf(socket, options.cookieName);
      const actor = session && (await options.loadActor(session));
      if (!session || !actor) return next(new Error('UNAUTHENTICATED'));
      await socket.join(['team', `user:${actor.id}`, `session:${session.id}`]);
      next();
    } catch (error) {
      ctx.log.error({ err: error }, 'a socket could not be admitted');
      next(new Error('UNAVAILABLE'));
    }
  });
  ctx.events.on('sessions.ended', (which) => {
    const gone = 'sessionId' in which ? io.to(`session:${which.sessionId}`) : io.to(`user:${which.userId}`);
    const kept = 'exceptSessionId' in which && which.exceptSessionId ? gone.except(`session:${which.exceptSessionId}`) : gone;
    kept.emit('session.ended');
    kept.disconnectSockets(true);
  });
}
