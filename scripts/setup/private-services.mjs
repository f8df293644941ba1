import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEngine } from './database.mjs';
import { UserFailure } from './failure.mjs';
import { startChild, tailOf } from './processes.mjs';

/**
 * Starts a database engine and a Redis that nobody else uses, on sockets in a new folder, for tests and benchmarks.
 * An engine named by TEST_MONGODB_URI or a Redis named by TEST_REDIS_URL is used instead.
 * Gives `{ env }`: TEST_MONGODB_URI and TEST_REDIS_URL; what it started is added to `shutdown`.
 */
export async function startPrivateServices(report, shutdown, { engine, redis }) {
  const folder = mkdtempSync('/tmp/chat-test-');
  shutdown.add(null, async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  const mongodbUri = process.env.TEST_MONGODB_URI ?? (await startDatabase(report, shutdown, engine, folder));
  const redisUrl = process.env.TEST_REDIS_URL ?? (await startRedis(report, shutdown, redis, folder));
  return { env: { TEST_MONGODB_URI: mongodbUri, TEST_REDIS_URL: redisUrl } };
}

async function startDatabase(report, shutdown, engine, folder) {
  return report.step('Database', async () => {
    const env = { ...process.env, DATABASE_FSYNC: 'off', SHARED_BUFFERS: '64MB' };
    const started = await startEngine(engine, { dataDir: folder, runDir: join(folder, 'run'), logFile: join(folder, 'database.log'), env });
    shutdown.add('the database', started.stop);
    return { value: started.uri };
  });
}

async function startRedis(report, shutdown, program, folder) {
  return report.step('Redis server', async () => {
    const socket = join(folder, 'run', 'redis.sock');
    const logFile = join(folder, 'redis.log');
    const args = [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folder,
      '--maxmemory-policy',
      'noeviction',
    ];
    const server = await startChild(program, args, { logFile });
    shutdown.add('Redis', () => server.stop(3_000));
    for (let tries = 0; tries < 100; tries++) {
      if (await accepts(socket)) return { value: socket };
      await delay(50);
    }
    throw new UserFailure(`Redis didn't start.\n${tailOf(logFile)}`);
  });
}

function accepts(path) {
  return new Promise((done) => {
    const socket = connect({ path });
    const finish = (result) => {
      socket.destroy();
      done(result);
    };
    socket.on('error', () => finish(false));
    socket.on('connect', () => finish(true));
  });
}
