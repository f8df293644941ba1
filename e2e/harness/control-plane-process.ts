import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiClient } from '@chat-saas/contract/client';
import { platformContract } from '@chat-saas/control-plane/contract';
import mongoose from 'mongoose';

const MAIN = new URL('../../control-plane/src/main.ts', import.meta.url).pathname;

export interface Row {
  label: string;
  value: string;
  note?: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** Keep the data of an earlier run: pass its `dataDir` and `port`. */
  dataDir?: string;
  port?: number;
  database?: string;
}

/**
 * The real control plane as a process of its own, with the built-in edge, real child stacks and the shared test engine.
 * It gets a data folder and a database of its own.
 */
export async function runControlPlane(options: RunOptions = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'cp-'));
  const port = options.port ?? (await freePort());
  const database = options.database ?? `e2e_${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
  const startedAt = performance.now();
  const child = fork(MAIN, [], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      DATA_DIR: dataDir,
      MONGODB_URI: process.env.TEST_MONGODB_URI,
      CONTROL_DATABASE: database,
      XDG_CONFIG_HOME: join(dataDir, 'config'),
      RATE_LIMITS: 'false',
      LOG_LEVEL: 'warn',
      ...options.env,
    },
    execPath: process.execPath,
    execArgv: [],
    stdio: ['ignore', process.env.E2E_LOGS ? 'inherit' : 'ignore', process.env.E2E_LOGS ? 'inherit' : 'pipe', 'ipc'],
  });
  const table = await readyTable(child);
  const readyMs = performance.now() - startedAt;
  const origin = `http://localhost:${port}`;
  const token = () => readFileSync(join(dataDir, 'owner-token'), 'utf8').trim();
  return {
    child,
    dataDir,
    port,
    database,
    origin,
    table,
    readyMs,
    token,
    row: (start: string) => table.find(({ label }) => label.toLowerCase().includes(start.toLowerCase())),
    api: createApiClient(platformContract, { url: `${origin}/api/v1`, headers: () => ({ authorization: `Bearer ${token()}` }) }),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    /** Stops it and forgets its data and every tenant's database. */
    async discard() {
      await end(child, 'SIGTERM');
      await dropDatabases([database, ...tenantDatabases(dataDir)]);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
export type ControlPlaneProcess = Awaited<ReturnType<typeof runControlPlane>>;

function readyTable(child: ChildProcess): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-4000);
    });
    child.on('message', (message: { type: string; table?: Row[]; message?: string }) => {
      if (message.type === 'ready') resolve(message.table ?? []);
      if (message.type === 'fatal') reject(new Error(message.message));
    });
    child.once('exit', (code) => reject(new Error(`the control plane ended with ${code}: ${errors}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}

/** Every tenant has a folder by its id. */
function tenantDatabases(dataDir: string): string[] {
  const folder = join(dataDir, 'tenants');
  return existsSync(folder) ? readdirSync(folder).map((id) => `chat_${id}`) : [];
}

async function dropDatabases(names: string[]): Promise<void> {
  const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '').asPromise();
  for (const name of names) await connection.useDb(name).dropDatabase();
  await connection.close();
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
