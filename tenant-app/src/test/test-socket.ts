import { io } from 'socket.io-client';
import type { TestUser } from './test-users.ts';

/** Connects and records. `next(event)` waits for one that hasn't been taken yet. */
export async function openSocket(url: string, who: TestUser | null, namespace: string, auth: Record<string, unknown> = {}) {
  const socket = io(`${url}${namespace}`, {
    auth: { ...(who ? { token: who.token } : {}), ...auth },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  const heard: { event: string; data: unknown }[] = [];
  socket.onAny((event: string, data: unknown) => heard.push({ event, data }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
  return {
    heard,
    get isConnected() {
      return socket.connected;
    },
    /** Resolves with the data of the next such event, or of one already heard. @throws Error after 5 s */
    async next(event: string, timeoutMs = 5000): Promise<unknown> {
      const before = heard.findIndex((one) => one.event === event);
      if (before >= 0) return heard.splice(before, 1)[0]?.data;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no ${event} within ${timeoutMs} ms`)), timeoutMs);
        socket.once(event, (data: unknown) => {
          clearTimeout(timer);
          const index = heard.findIndex((one) => one.event === event);
          if (index >= 0) heard.splice(index, 1);
          resolve(data);
        });
      });
    },
    closed: () => (socket.connected ? new Promise<void>((resolve) => socket.once('disconnect', () => resolve())) : Promise.resolve()),
    close: () => void socket.disconnect(),
  };
}
