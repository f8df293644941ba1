import { expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { testServer } from '../test/test-server.ts';

const server = await testServer();

it('tells every signed-in person of the team, and nobody else', async () => {
  const [ana, rui] = [await server.socket(await server.anAgent()), await server.socket(await server.anAdmin())];
  server.ctx.emit('instance.removed', { id: 'i1' });
  expect(await ana.next('instance.removed')).toEqual({ id: 'i1' });
  expect(await rui.next('instance.removed')).toEqual({ id: 'i1' });
  ana.close();
  rui.close();
  await expect(server.socket({ ...(await server.anAgent()), token: 'x'.repeat(32) })).rejects.toThrow('UNAUTHENTICATED');
});

it('ends the sockets of sessions that ended, and of no others', async () => {
  const ana = await server.anAgent();
  const browser = server.as(ana, { via: 'cookie' });
  const [byToken, other] = [await server.socket(ana), await server.socket(await server.anAgent())];
  await browser.put('/me/password').send({ current: ana.password, next: 'outra senha longa' });
  await byToken.closed();
  expect(other.isConnected).toBe(true);
  other.close();
});

it('refuses pages of other origins', async () => {
  const ana = await server.anAgent();
  const connect = (origin: string) =>
    new Promise<string>((resolve) => {
      const socket = io(server.url, {
        auth: { token: ana.token },
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { origin },
      });
      const end = (outcome: string) => {
        socket.disconnect();
        resolve(outcome);
      };
      socket.once('connect', () => end('connected'));
      socket.once('connect_error', () => end('refused'));
    });
  expect(await connect('https://evil.example')).toBe('refused');
  expect(await connect(server.url)).toBe('connected');
});
