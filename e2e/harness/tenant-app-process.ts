import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret, newTenantId } from '@chat-saas/contract';
import { createApiClient } from '@chat-saas/contract/client';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import mongoose from 'mongoose';
import { freePort } from './control-plane-process.ts';

/** As the control plane starts a stack's app. */
export const APP_FLAGS = ['--max-semi-space-size=1', '--optimize-for-size'] as const;

const MAIN = new URL('../../tenant-app/src/main.ts', import.meta.url).pathname;

/** A tenant's app as a process that can be killed and started again over the same data. */
export async function tenantApp(env: Record<string, string> = {}) {
  const tenantId = newTenantId();
  const dataDir = mkdtempSync(join(tmpdir(), 'ta-'));
  const port = await freePort();
  const token = newSecret(40);
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  return {
    tenantId,
    dataDir,
    url,
    token,
    api: createApiClient(tenantContract, { url: `${url}/api/v1`, headers: () => ({ authorization: `Bearer ${token}` }) }),
    get pid() {
      return child?.pid ?? 0;
    },
    async start() {
      const started = fork(MAIN, [], {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          TENANT_ID: tenantId,
          TENANT_NAME: 'Padaria São João',
          LISTEN: String(port),
          PUBLIC_URL: url,
          MONGODB_URI: process.env.TEST_MONGODB_URI,
          REDIS_URL: process.env.TEST_REDIS_URL,
          DATA_DIR: dataDir,
          SESSION_SECRET: token,
          PLATFORM_TOKEN: token,
          RATE_LIMITS: 'false',
          LOG_LEVEL: 'warn',
          ...env,
        },
        execPath: process.execPath,
        execArgv: [...APP_FLAGS],
        stdio: ['ignore', process.env.E2E_LOGS ? 'inherit' : 'ignore', process.env.E2E_LOGS ? 'inherit' : 'ignore', 'ipc'],
      });
      child = started;
      await new Promise<void>((resolve, reject) => {
        started.on('message', (message: { type?: string; message?: string }) => {
          if (message.type === 'ready') resolve();
          if (message.type === 'fatal') reject(new Error(message.message));
        });
        started.once('exit', (code, signal) => reject(new Error(`the tenant app ended: ${code ?? signal}`)));
      });
    },
    async end(signal: NodeJS.Signals) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
      child.kill(signal);
      await gone;
    },
    async discard() {
      await this.end('SIGTERM');
      const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '').asPromise();
      await connection.useDb(`chat_${tenantId}`).dropDatabase();
      await connection.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
export type TenantAppProcess = Awaited<ReturnType<typeof tenantApp>>;
