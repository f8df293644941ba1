import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AppProcess, type AppSettings, healthOf, secretFilesOf, startAppProcess } from './app-process.ts';
import { checkHost, endLeftovers, memoryOf, rejectedBy } from './local-host.ts';
import { readLogPage, rotateLog } from './log-file.ts';
import { endByPidFile } from './process-identity.ts';
import { isRedisAnswering, startRedisProcess } from './redis-process.ts';
import { STEPS_TO, type StackState, type StackStep } from './stack.plan.ts';
import type { StackDriver, StackEvent, StackPart, StackSpec } from './stack-driver.ts';
import { removeStackFolders, writeStackFolders } from './stack-files.ts';
import { makeRunFolder, runFolderOf, stackPlaces } from './stack-folders.ts';

const GRACE_MS = { app: 6000, redis: 3000 };
const MISSES_UNTIL_HUNG = 3;
const ROTATE_EVERY_MS = 60_000;

export interface LocalDriverOptions {
  dataDir: string;
  redisServer: string;
  app: AppSettings;
  mongodbUri: string;
  smtpUrl: string | null;
  database: { has(name: string): Promise<boolean>; drop(name: string): Promise<void> };
}

interface Running {
  redis: ChildProcess | null;
  app: AppProcess | null;
  /** Parts whose end was asked for: not news. */
  ending: Set<StackPart>;
  misses: number;
}

/**
 * Stacks as child processes of this one, without containers: per tenant an app, a Redis on a Unix socket, a database of its own
 * on the shared engine, and a folder. Nothing here is hidden from programs that run as the same user: for one's own machine.
 */
export async function createLocalDriver(options: LocalDriverOptions): Promise<StackDriver> {
  const runDir = runFolderOf(options.dataDir);
  makeRunFolder(runDir);
  await endLeftovers(runDir, GRACE_MS);
  const running = new Map<string, Running>();
  let listener: (event: StackEvent) => void = () => undefined;
  const placesOf = (tenantId: string) => stackPlaces(options.dataDir, runDir, tenantId);
  const of = (tenantId: string): Running => {
    const known = running.get(tenantId) ?? { redis: null, app: null, ending: new Set(), misses: 0 };
    running.set(tenantId, known);
    return known;
  };

  function watch(tenantId: string, part: StackPart, child: ChildProcess): void {
    child.once('exit', (code, signal) => {
      const stack = of(tenantId);
      if (part === 'app' && stack.app?.child === child) stack.app = null;
      if (part === 'redis' && stack.redis === child) stack.redis = null;
      if (stack.ending.has(part)) return;
      listener({ tenantId, part, reason: `ended with ${signal ? `signal ${signal}` : `exit code ${code}`}` });
    });
  }

  async function startRedis(tenantId: string, signal: AbortSignal): Promise<string> {
    const [stack, places] = [of(tenantId), placesOf(tenantId)];
    if (stack.redis && (await isRedisAnswering(places.sockets.redis))) return 'Redis answers already.';
    await stop(tenantId, 'redis');
    stack.ending.delete('redis');
    const child = await startRedisProcess(options.redisServer, places, signal);
    stack.redis = child;
    watch(tenantId, 'redis', child);
    return 'Redis answers on its own socket.';
  }

  async function startApp(spec: StackSpec, signal: AbortSignal): Promise<string> {
    const [stack, places] = [of(spec.tenantId), placesOf(spec.tenantId)];
    const startedAt = Date.now();
    if (stack.app?.isReady && (await healthOf(places.sockets.app)) === 200) return 'The app answers already.';
    if (!stack.app) {
      await stop(spec.tenantId, 'app'); // what a crash may have left
      stack.ending.delete('app');
      stack.app = await startAppProcess(options.app, spec, places);
      watch(spec.tenantId, 'app', stack.app.child);
    }
    await Promise.race([stack.app.ready, rejectedBy(signal)]);
    const status = await healthOf(places.sockets.app);
    if (status !== 200) throw new Error(`The app answers its health check with ${status ?? 'nothing'}.`);
    stack.misses = 0;
    return `The app answers after ${Date.now() - startedAt} ms.`;
  }

  async function stop(tenantId: string, part: StackPart): Promise<string> {
    const stack = of(tenantId);
    stack.ending.add(part);
    const wasRunning = await endByPidFile(placesOf(tenantId).pids[part], GRACE_MS[part]);
    stack[part] = null;
    return wasRunning ? 'It has ended.' : 'It was not running.';
  }

  const hands: { [Step in StackStep]: (spec: StackSpec, signal: AbortSignal) => Promise<string> } = {
    make_folders: async (spec) => {
      const secrets = {
        SESSION_SECRET: spec.secrets.session,
        PLATFORM_TOKEN: spec.secrets.platform,
        MONGODB_URI: options.mongodbUri,
        SMTP_URL: options.smtpUrl ?? '',
      };
      writeStackFolders(placesOf(spec.tenantId), secrets);
      return 'Folders are there, closed to others.';
    },
    start_redis: (spec, signal) => startRedis(spec.tenantId, signal),
    start_app: (spec, signal) => startApp(spec, signal),
    stop_app: (spec) => stop(spec.tenantId, 'app'),
    stop_redis: (spec) => stop(spec.tenantId, 'redis'),
    drop_database: async (spec) => {
      await options.database.drop(databaseOf(spec.tenantId));
      if (await options.database.has(databaseOf(spec.tenantId))) throw new Error('The database is still there.');
      return 'The database is gone.';
    },
    remove_folders: async (spec) => {
      removeStackFolders(placesOf(spec.tenantId));
      running.delete(spec.tenantId);
      return 'Folders are gone.';
    },
  };

  async function observe(tenantId: string, look?: { database: boolean }): Promise<StackState> {
    const [stack, places] = [of(tenantId), placesOf(tenantId)];
    const redis = stack.redis && (await isRedisAnswering(places.sockets.redis)) ? 'running' : 'stopped';
    const database = look?.database ? await options.database.has(databaseOf(tenantId)) : null;
    const folders = secretFilesOf(places).every(({ file }) => existsSync(file));
    return { folders, redis, app: await observeApp(stack, places.sockets.app), database };
  }

  const rotation = setInterval(() => {
    for (const id of running.keys()) for (const file of Object.values(placesOf(id).logs)) rotateLog(file);
  }, ROTATE_EVERY_MS).unref();

  return {
    kind: 'local',
    caps: { networkIsolation: false, limits: false, replicas: false, multiNode: false, endsWithUs: true },
    check: async () => checkHost({ redisServer: options.redisServer, main: options.app.main, dataDir: options.dataDir }),
    observe,
    apply: (step, spec, signal) => hands[step](spec, signal),
    socketOf: (tenantId) => placesOf(tenantId).sockets.app,
    stepsTo: (goal) => STEPS_TO[goal],
    memoryOfServices: (tenantId) => memoryOf(running.get(tenantId)?.redis?.pid),
    readLog: async (tenantId, part, page) => readLogPage(placesOf(tenantId).logs[part], page),
    onEvent: (given) => {
      listener = given;
    },
    async close() {
      clearInterval(rotation);
      const ids = [...running.keys()];
      await Promise.all(ids.map((id) => stop(id, 'app')));
      await Promise.all(ids.map((id) => stop(id, 'redis')));
    },
  };
}

const databaseOf = (tenantId: string) => `chat_${tenantId}`;

async function observeApp(stack: Running, socket: string): Promise<StackState['app']> {
  if (!stack.app) return 'stopped';
  if (!stack.app.isReady) return 'starting';
  const answers = (await healthOf(socket)) !== null;
  stack.misses = answers ? 0 : stack.misses + 1;
  return stack.misses >= MISSES_UNTIL_HUNG ? 'hung' : 'ready';
}
