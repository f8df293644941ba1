import type { AppContext } from '../../app/context.ts';
import type { Sockets } from '../../app/sockets.ts';
import { peerFromRaw } from '../engines/engine.ts';
import type { SimulatorEvent } from '../engines/simulator/simulator-events.ts';
import { openPhone } from './phone.service.ts';
import { messageView } from './phone.view.ts';

/** Namespace `/phone`, `auth: { token }`: an open phone hears what happens on its simulated network. */
export function seatPhones(io: Sockets, ctx: AppContext): void {
  const phones = io.of('/phone');
  phones.use(async (socket, next) => {
    try {
      const token: unknown = socket.handshake.auth.token;
      const instanceId = typeof token === 'string' ? await openPhone(ctx, token) : null;
      if (!instanceId) return next(new Error('NOT_FOUND'));
      await socket.join(instanceId);
      const silence = ctx.instances.engines.phone.onEvent(instanceId, (event) => {
        const told = tell(event);
        if (told) socket.emit(...told);
      });
      socket.on('disconnect', silence);
      next();
    } catch (error) {
      ctx.log.error({ err: error }, 'a customer’s phone could not be seated');
      next(new Error('UNAVAILABLE'));
    }
  });
  ctx.events.on('instance.changed', async (instanceId) => {
    for (const socket of await phones.in(instanceId).fetchSockets()) {
      const isOpen = (await openPhone(ctx, String(socket.handshake.auth.token))) !== null;
      if (isOpen) socket.emit('phone.changed');
      else socket.disconnect(true); // its link was revoked, or has expired
    }
  });
  ctx.events.on('instance.removed', (instanceId) => phones.in(instanceId).disconnectSockets(true));
}

/** What a phone is told; groups have no screen here. */
function tell(event: SimulatorEvent): [name: string, data?: unknown] | null {
  switch (event.t) {
    case 'message':
      return forCustomer(event.message.chat, (customer) => ['message', { customer, message: messageView(event.message) }]);
    case 'receipt':
      return forCustomer(event.message.chat, (customer) => ['receipt', { customer, id: event.message.id, receipt: event.receipt }]);
    case 'typing':
      return event.by === 'number' ? forCustomer(event.chat, (customer) => ['typing', { customer, on: event.on !== false }]) : null;
    default:
      return ['phone.changed'];
  }
}

function forCustomer(chat: string, told: (customer: string) => [string, unknown]): [string, unknown] | null {
  const { kind, e164 } = peerFromRaw(chat);
  return kind === 'user' && e164 ? told(e164) : null;
}
