import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, newTenantId } from '@chat-saas/contract';
import mongoose from 'mongoose';
import { freePort } from '../e2e/harness/control-plane-process.ts';
import { APP_FLAGS } from '../e2e/harness/tenant-app-process.ts';
import { print, quantile, time } from './harness/line.ts';

const CHATS = 200;
const MESSAGES = process.env.BENCH_FULL ? 10_000 : 2_000;
const PER_SECOND = 20;
const APP = new URL('harness/answering-app.ts', import.meta.url).pathname;

/** The bare cost of what can't be avoided: writing what came in and what goes out. */
async function twoWrites(): Promise<number[]> {
  const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '').asPromise();
  const db = connection.useDb(`bench_${newId()}`);
  const messages = db.collection<{ _id: string; text: string }>('messages');
  const samples = await time(500, async () => {
    await messages.insertOne({ _id: newId(), text: 'Quanto custa o bolo de rolo?' });
    await messages.insertOne({ _id: newId(), text: 'Olá! Já te respondo.' });
  });
  await db.dropDatabase();
  await connection.close();
  return samples;
}

/** Milliseconds from each engine event to the hand-over of its reply, measured inside the app, which runs as in a stack. */
async function replies(): Promise<number[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const child = fork(APP, [MESSAGES, CHATS, PER_SECOND].map(String), {
    env: {
      ...process.env,
      TENANT_ID: newTenantId(),
      LISTEN: String(await freePort()),
      MONGODB_URI: process.env.TEST_MONGODB_URI,
      REDIS_URL: process.env.TEST_REDIS_URL,
      DATA_DIR: dataDir,
    },
    execPath: process.execPath,
    execArgv: [...APP_FLAGS],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    return await new Promise((resolve, reject) => {
      let told: number[] | null = null;
      child.once('message', ({ samples }: { samples: number[] }) => {
        told = samples;
      });
      child.once('exit', (code, signal) => (told ? resolve(told) : reject(new Error(`the app ended without a result: ${signal ?? code}`))));
    });
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const writes = await twoWrites();
const samples = await replies();
if (samples.length !== MESSAGES || samples.some(Number.isNaN)) throw new Error(`${samples.length} replies for ${MESSAGES} messages`);
for (const [name, share, aim] of [
  ['p50', 0.5, {}],
  ['p95', 0.95, { aim: '< 50' }],
] as const)
  print({
    bench: 'message-pipeline',
    metric: `${name} from engine event to reply handed to the engine, ${MESSAGES} messages in ${CHATS} chats at ${PER_SECOND}/s`,
    value: quantile(samples, share),
    unit: 'ms',
    ...aim,
    baseline: quantile(writes, share),
    runs: samples.length,
  });
