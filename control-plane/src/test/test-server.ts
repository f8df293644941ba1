import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret } from '@chat-saas/contract';
import { createApiClient } from '@chat-saas/contract/client';
import { createLog } from '@chat-saas/server/log';
import type { Letter } from '@chat-saas/server/mail';
import mongoose from 'mongoose';
import { readConfig } from '../app/config.ts';
import { prepareOwner } from '../app/first-start.ts';
import { createServer } from '../app/server.ts';
import { platformContract } from '../contract.ts';
import { type Asked, askPort } from './ask.ts';
import { freePort } from './free-port.ts';
import { scriptedDriver } from './scripted-driver.ts';
import { until } from './until.ts';

/** The real control plane on a real port with a database of its own; stacks are scripted unless `real`. */
export async function testControlPlane(options: { real?: boolean; env?: Record<string, string> } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'cp-'));
  const port = await freePort();
  const database = `test_cp_${newSecret(8)}`;
  const letters: Letter[] = [];
  const stacks = scriptedDriver(join(dataDir, 'scripted'));
  const config = readConfig({
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    DATA_DIR: dataDir,
    MONGODB_URI: process.env.TEST_MONGODB_URI ?? '',
    CONTROL_DATABASE: database,
    XDG_CONFIG_HOME: join(dataDir, 'config'),
    RATE_LIMITS: 'false',
    ...options.env,
  });
  const server = await createServer(config, {
    log: createLog('test', process.env.TEST_LOG ?? 'silent'),
    mail: { isConfigured: true, send: async (letter) => void letters.push(letter) },
    ...(options.real ? {} : { stacks: stacks.driver }),
  });
  await server.start();
  const rows = await prepareOwner(server.ctx);
  const token = readFileSync(join(dataDir, 'owner-token'), 'utf8').trim();
  const url = `http://127.0.0.1:${port}/api/v1`;
  const api = createApiClient(platformContract, { url, headers: () => ({ authorization: `Bearer ${token}` }) });

  return {
    ...server,
    port,
    dataDir,
    stacks,
    letters,
    token,
    api,
    stranger: createApiClient(platformContract, { url }),
    owner: { email: rows[1]?.value ?? '', password: /: (.+)/.exec(rows[1]?.note ?? '')?.[1] ?? '' },
    ask: (path: string, asked?: Asked) => askPort(port, path, asked),
    asOwner: (path: string, asked: Asked = {}) =>
      askPort(port, path, { ...asked, headers: { authorization: `Bearer ${token}`, ...asked.headers } }),
    hostOf: (slug: string) => `${slug}.localhost:${port}`,
    /** How an operation ended. */
    ended: (id: string) =>
      until(
        `the end of operation ${id}`,
        async () => {
          const operation = await api.operations.get({ id });
          return operation.finishedAt ? operation : null;
        },
        60_000,
      ),
    /** A tenant that is ready. */
    async aTenant(input: { name?: string; plan?: 'starter' | 'professional' } = {}) {
      const { tenant, operation } = await api.tenants.create({ name: input.name ?? `Loja ${newSecret(6)}`, plan: input.plan ?? 'starter' });
      const { status, error } = await this.ended(operation.id);
      if (status !== 'succeeded') throw new Error(`the tenant was not made: ${error}`);
      return api.tenants.get({ id: tenant.id });
    },
    async discard() {
      const ids = (await mongoose.connection.collection<{ _id: string }>('tenants').find().toArray()).map(({ _id }) => `chat_${_id}`);
      const client = mongoose.connection.getClient();
      await server.stop();
      await client.connect();
      for (const name of [database, ...ids]) await client.db(name).dropDatabase();
      await client.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
export type TestControlPlane = Awaited<ReturnType<typeof testControlPlane>>;
