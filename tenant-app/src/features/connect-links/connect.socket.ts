import type { AppContext } from '../../app/context.ts';
import type { Sockets } from '../../app/sockets.ts';
import { endLinksOf, openConnectLink } from './connect-link.service.ts';

/** Namespace `/connect`: an open page is told that its card changed, and fetches it. */
export function seatConnectPages(io: Sockets, ctx: AppContext): void {
  const pages = io.of('/connect');
  pages.use(async (socket, next) => {
    try {
      const token: unknown = socket.handshake.auth.token;
      const opened = typeof token === 'string' ? await openConnectLink(ctx, token, 'connect') : null;
      if (!opened) return next(new Error('NOT_FOUND'));
      await socket.join(opened.instanceId);
      next();
    } catch (error) {
      ctx.log.error({ err: error }, 'a connect page could not be seated');
      next(new Error('UNAVAILABLE'));
    }
  });
  ctx.events.on('instance.removed', (instanceId) => endLinksOf(ctx, instanceId));
  ctx.events.on('instance.changed', (instanceId) => ctx.emitToConnect(instanceId, 'card.changed'));
}
