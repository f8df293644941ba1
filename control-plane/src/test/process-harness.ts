import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecret } from '@chat-saas/contract';
import { createApiClient } from '@chat-saas/contract/client';
import mongoose from 'mongoose';
import type { TableRow } from '../app/launcher.ts';
import { platformContract } from '../contract.ts';
import { type Asked, askPort } from './ask.ts';
import { freePort } from './free-port.ts';

const MAIN = new URL('../main.ts', import.meta.url).pathname;

/** The control plane as a program that can be killed and started again over the same data. */
export async function controlPlaneProgram(env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'cpp-'));
  const port = await freePort();
  const database = `test_cpp_${newSecret(8)}`;
  const told: { type: string; name?: string; status?: string; message?: string }[] = [];
  let child: ChildProcess | null = null;
  const token = () => readFileSync(join(dataDir, 'owner-token'), 'utf8').trim();
  return {
    dataDir,
    port,
    told,
    pid: () => child?.pid ?? 0,
    api: createApiClient(platformContract, {
      url: `http://127.0.0.1:${port}/api/v1`,
      headers: () => ({ authorization: `Bearer ${token()}` }),
    }),
    ask: (path: string, asked?: Asked) => askPort(port, path, asked),
    /** Answers with the table, once it is ready. */
    async start(): Promise<TableRow[]> {
      const started = fork(MAIN, [], {
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
          ...env,
        },
        execArgv: [],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      child = started;
      let errors = '';
      started.stderr?.on('data', (chunk) => {
        errors = `${errors}${chunk}`.slice(-2000);
      });
      return new Promise((resolve, reject) => {
        started.on('message', (message: { type: string; table?: TableRow[] }) => {
          told.push(message);
          if (message.type === 'ready') resolve(message.table ?? []);
        });
        started.once('exit', (code, signal) => reject(new Error(`it ended: ${signal ?? code} ${errors}`)));
      });
    },
    async end(signal: NodeJS.Signals) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
      child.kill(signal);
      await gone;
    },
    /** Command lines of every process that works in this data folder, but the control plane itself. */
    processes: () => processesIn(dataDir),
    async discard() {
      await this.end('SIGTERM');
      const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '', { dbName: database }).asPromise();
      const ids = (await connection.collection<{ tenantId: string }>('operations').find().toArray()).map(
        ({ tenantId }) => `chat_${tenantId}`,
      );
      for (const name of [database, ...ids]) await connection.useDb(name).dropDatabase();
      await connection.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Linux only. */
export function processesIn(folder: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
        const isInside = command.includes(`${folder}/run/`) || environment.includes(`DATA_DIR=${folder}/tenants/`);
        return isInside ? [{ pid: Number(name), command }] : [];
      } catch {
        return []; // it ended meanwhile
      }
    });
}
