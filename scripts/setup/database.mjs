import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cachedDocumentdb, makeDocumentdb } from './documentdb.mjs';
import { UserFailure } from './failure.mjs';
import { engineAnswers, hostsOf, portAnswers } from './mongo-probe.mjs';
import { cachedMongod, downloadMongod, findMongod } from './mongodb.mjs';
import { root } from './paths.mjs';
import { endByPidFile, livingPid, pidFileIn, startChild, tailOf } from './processes.mjs';

const startLimitMs = 90_000;

/**
 * Chooses the database engine: what is configured, what these data were made with, what is on PATH, what is cached,
 * what can be fetched or made. Gives `{ kind: 'external', uri }`, `{ kind: 'mongodb', program }` or `{ kind: 'documentdb', dir }`.
 * @param madeWith the kind that the data folder was made with; null when it is new
 */
export async function chooseEngine(madeWith, doing) {
  const uri = process.env.MONGODB_URI;
  if (uri) return { value: { kind: 'external', uri: withoutDatabase(uri) }, detail: 'MONGODB_URI' };
  const value = await chooseLocal(madeWith, doing);
  return { value, detail: value.kind === 'mongodb' ? `MongoDB, ${value.program}` : 'DocumentDB on PostgreSQL' };
}

async function chooseLocal(madeWith, doing) {
  if (madeWith !== 'documentdb') {
    const program = (await findMongod()) ?? (await cachedMongod());
    if (program) return { kind: 'mongodb', program };
  }
  if (madeWith !== 'mongodb') {
    const dir = cachedDocumentdb();
    if (dir) return { kind: 'documentdb', dir };
  }
  if (madeWith !== 'documentdb') {
    const program = await downloadMongod(doing);
    if (program) return { kind: 'mongodb', program };
    if (madeWith === 'mongodb')
      throw new UserFailure('These data were made with MongoDB, and no mongod can be found: install it, or begin anew with --fresh.');
  }
  return { kind: 'documentdb', dir: await makeDocumentdb(doing) };
}

/** An address without its database's name: `mongodb://host/name?x=1` → `mongodb://host/?x=1`. */
export function withoutDatabase(uri) {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/, (_all, hosts, query) => (query ? `${hosts}/${query}` : hosts));
}

/** Starts the chosen engine, or takes over the one that still runs on these data. Gives `{ uri, exited?, stop }`. */
export async function startEngine(choice, { dataDir, runDir, logFile, env = process.env }) {
  if (choice.kind === 'external') {
    await expectReachable(choice.uri);
    return { uri: choice.uri, stop: async () => undefined };
  }
  const socket = join(runDir, 'db.sock');
  const pidFile = pidFileIn(runDir, 'engine');
  const uri = `mongodb://${encodeURIComponent(socket)}`;
  if ((await livingPid(pidFile)) !== null && (await engineAnswers(socket))) {
    return { uri, adopted: true, stop: () => endByPidFile(pidFile) };
  }
  await endByPidFile(pidFile);
  rmSync(socket, { force: true });
  const data = join(dataDir, 'database', choice.kind);
  mkdirSync(data, { recursive: true });
  const [command, args] = commandOf(choice, data, socket);
  const engine = await startChild(command, args, { cwd: root, env, logFile, pidFile });
  await untilAnswers(engine, socket, logFile);
  if (existsSync(socket)) chmodSync(socket, 0o700);
  return { uri, exited: engine.exited, stop: engine.stop };
}

function commandOf(choice, data, socket) {
  if (choice.kind === 'documentdb') return ['bash', [join(root, 'scripts', 'database', 'start-engine.sh'), choice.dir, data, socket]];
  return [
    choice.program,
    ['--dbpath', data, '--bind_ip', socket, '--unixSocketPrefix', dirname(socket), '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
  ];
}

async function untilAnswers(engine, socket, logFile) {
  const deadline = Date.now() + startLimitMs;
  let ended = null;
  engine.exited.then((result) => {
    ended = result;
  });
  while (Date.now() < deadline) {
    if (await engineAnswers(socket)) return;
    if (ended) throw new UserFailure(`The database engine stopped while starting. The end of ${logFile}:\n${tailOf(logFile)}`);
    await delay(100);
  }
  await engine.stop();
  throw new UserFailure(`The database engine didn't answer within ${startLimitMs / 1000} s. The end of ${logFile}:\n${tailOf(logFile)}`);
}

async function expectReachable(uri) {
  if (!/^mongodb(\+srv)?:\/\//.test(uri)) throw new UserFailure('MONGODB_URI must begin with mongodb:// or mongodb+srv://.');
  const socket = /^mongodb:\/\/(?:[^@/]*@)?(%2f[^/?]+)/i.exec(uri)?.[1];
  const names = hostsOf(uri);
  if (socket && !(await engineAnswers(decodeURIComponent(socket))))
    throw new UserFailure(`No database answers at ${decodeURIComponent(socket)} (MONGODB_URI).`);
  if (names.length === 0) return;
  const answers = await Promise.all(names.map((host) => portAnswers(host)));
  if (!answers.includes(true))
    throw new UserFailure(`No database answers at ${names.map(({ host, port }) => `${host}:${port}`).join(', ')} (MONGODB_URI).`);
}
