import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret, newTenantId } from '@chat-saas/contract';
import { createLog } from '@chat-saas/server/log';
import { afterAll } from '@jest/globals';
import mongoose from 'mongoose';
import { readConfig } from '../app/config.ts';
import type { AppContext } from '../app/context.ts';
import { createServer } from '../app/server.ts';
import { type ClientOptions, clientOf } from './test-client.ts';
import { openSocket } from './test-socket.ts';
import { makeUser, type TestUser } from './test-users.ts';

export interface TestOverrides extends Partial<AppContext> {
  /** Environment variables on top of the test's own. */
  env?: Record<string, string>;
}

/**
 * The whole app on an ephemeral port, with a database of its own on the shared engine and keys of its own on the shared
 * Redis (both by a fresh tenant id). One per test file, at its top: `const server = await testServer();`. Cleans up by itself.
 */
export async function testServer({ env, ...overrides }: TestOverrides = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tenant-app-'));
  const tenantId = newTenantId();
  const platformToken = newSecret(40);
  const config = readConfig({
    TENANT_ID: tenantId,
    TENANT_NAME: 'Padaria São João',
    LISTEN: '0',
    MONGODB_URI: process.env.TEST_MONGODB_URI,
    REDIS_URL: process.env.TEST_REDIS_URL,
    DATA_DIR: dataDir,
    SESSION_SECRET: newSecret(40),
    PLATFORM_TOKEN: platformToken,
    RATE_LIMITS: 'false',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...env,
  });
  const server = createServer(config, { log: createLog('test', config.LOG_LEVEL), ...overrides });
  const { ctx } = server;
  const events: { event: string; data: unknown }[] = [];
  const emit: (event: string, ...args: unknown[]) => void = ctx.emit as never;
  ctx.emit = ((event: string, ...args: unknown[]) => {
    events.push({ event, data: args[0] });
    emit(event, ...args);
  }) as AppContext['emit'];
  await server.start();
  const url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;

  afterAll(async () => {
    await mongoose.connection.db?.dropDatabase();
    await forgetKeys(ctx);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    ...server,
    config,
    url,
    dataDir,
    /** What went out to the team's screens; empty it with `events.length = 0`. */
    events,
    anAdmin: (more?: Partial<TestUser>) => makeUser('admin', more),
    anAgent: (more?: Partial<TestUser>) => makeUser('agent', more),
    /** HTTP as somebody: `server.as(agent).put('/me/password').send({…})`. Paths are under `/api/v1` unless `prefix` says otherwise. */
    as: (who: TestUser | 'platform' | null, options?: ClientOptions) => clientOf(url, who === 'platform' ? platformToken : who, options),
    /** A connected Socket.IO client that records what it hears; rejects when refused. */
    socket: (who: TestUser | null, namespace = '/', auth?: Record<string, unknown>) => openSocket(url, who, namespace, auth),
  };
}
export type TestServer = Awaited<ReturnType<typeof testServer>>;

async function forgetKeys({ redis, config }: AppContext): Promise<void> {
  for await (const keys of redis.scanStream({ match: `${config.TENANT_ID}*`, count: 500 })) {
    if ((keys as string[]).length > 0) await redis.unlink(...(keys as string[]));
  }
}
