import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { newSecret } from '@chat-saas/contract';
import type { StackSpec } from '../features/stacks/stack-driver.ts';

const NOW = '2026-01-01T00:00:00.000Z';
const SESSION = { state: 'stopped', status: 'DESCONECTADO', since: NOW, phone: null, profileName: null, syncPercent: null, reason: null };
const ADMIN = { id: 'u0', name: 'Ana', phone: null, role: 'admin', mustChangePassword: true, lastSeenAt: null, createdAt: NOW };
const INSTANCE = { ...SESSION, isDefault: true, nextAttemptAt: null, link: null, lastInboundAt: null, createdAt: NOW };

/** What a stack's app answers to the platform, in memory; everything else is echoed. */
export function scriptedApp(spec: StackSpec) {
  const instances: Record<string, unknown>[] = [];
  const links: Record<string, unknown>[] = [];
  const admins: { email: string; password: string }[] = [];
  const told: unknown[] = [];
  const seen = { database: 'ok', health: 200 };

  const answers: [method: string, path: RegExp, answer: (body: Record<string, string>, id: string) => unknown][] = [
    [
      'GET',
      /^\/api\/v1\/platform\/status$/,
      () => ({
        tenantId: spec.tenantId,
        version: '0.1.0',
        uptimeSeconds: 1,
        memoryBytes: 50_000_000,
        database: seen.database,
        redis: 'ok',
        instances: { total: instances.length, ready: 0, attention: 0 },
        conversations: { open: 0, awaitingHuman: 0 },
        messagesToday: 7,
      }),
    ],
    ['PUT', /^\/api\/v1\/platform\/entitlements$/, (body) => body && told.push(body) > 0 && body],
    [
      'PUT',
      /^\/api\/v1\/platform\/first-admin$/,
      ({ email = '', password = '' }) => ({ created: admins.length === 0 && admins.push({ email, password }) > 0, email }),
    ],
    ['POST', /^\/api\/v1\/platform\/admin-password$/, () => ({ email: admins[0]?.email, password: 'new-one-time-pass' })],
    ['GET', /^\/api\/v1\/users$/, () => ({ items: admins.map(({ email }) => ({ ...ADMIN, email })), maxAgents: 3 })],
    ['GET', /^\/api\/v1\/instances$/, () => ({ items: instances, maxInstances: 3, engines: ['simulator'] })],
    [
      'POST',
      /^\/api\/v1\/instances$/,
      ({ name, engine }) => instances.push({ ...INSTANCE, id: `i${instances.length}`, name, engine }) > 0 && instances.at(-1),
    ],
    ['GET', /^\/api\/v1\/instances\/(\w+)\/connect-links$/, () => ({ items: links })],
    [
      'POST',
      /^\/api\/v1\/instances\/(\w+)\/connect-links$/,
      ({ purpose }, instanceId) => {
        const link = { id: `l${links.length}`, instanceId, purpose, createdAt: NOW, expiresAt: NOW, revokedAt: null, lastOpenedAt: null };
        const token = spec.tenantId + newSecret();
        links.push(link);
        return { link, token, url: `${spec.publicUrl}/${purpose === 'phone' ? 'phone' : 'c'}/${token}` };
      },
    ],
    ['DELETE', /^\/api\/v1\/connect-links\/(\w+)$/, (_, id) => ({ ...links.find((link) => link.id === id), revokedAt: NOW })],
  ];

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await textOf(req);
    const path = (req.url ?? '').split('?')[0] ?? '';
    const send = (status: number, value: unknown, headers = {}) =>
      res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    if (path === '/health') return void send(seen.health, { status: 'ok' });
    if (path === '/api/v1/refused') return void send(409, { type: 'about:blank', title: 'x', status: 409, detail: 'No.', code: 'REFUSED' });
    const isPlatform = req.headers.authorization === `Bearer ${spec.secrets.platform}`;
    const found = answers.find(([method, pattern]) => method === req.method && pattern.test(path));
    if (found && !isPlatform)
      return void send(401, { type: 'about:blank', title: 'x', status: 401, detail: 'Sign in first.', code: 'UNAUTHENTICATED' });
    if (found) return void send(req.method === 'POST' ? 201 : 200, found[2](body ? JSON.parse(body) : {}, found[1].exec(path)?.[1] ?? ''));
    send(
      200,
      { tenantId: spec.tenantId, method: req.method, url: req.url, headers: req.headers, body },
      { 'set-cookie': 'session=x; Domain=localhost; Path=/', 'x-seen': 'app' },
    );
  }

  const server = createServer((req, res) => void answer(req, res));
  server.on('upgrade', (req, socket) => {
    const key = createHash('sha1').update(`${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\nx-tenant: ${spec.tenantId}\r\n\r\n`,
    );
    socket
      .on('data', (data) => socket.write(data))
      .on('end', () => socket.end())
      .on('error', () => socket.destroy());
  });
  return { server, admins, told, instances, seen };
}
export type ScriptedApp = ReturnType<typeof scriptedApp>;

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}
