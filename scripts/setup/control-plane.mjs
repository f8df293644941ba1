import { join } from 'node:path';
import { UserFailure } from './failure.mjs';
import { cacheDir, root } from './paths.mjs';
import { pidFileIn, startChild, tailOf } from './processes.mjs';

const readyLimitMs = 180_000;

/** The environment of every server we start: our own Node and programs come first on its PATH; null leaves a variable as it is. */
export function serverEnv(extra) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(':');
  const given = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== null && value !== undefined));
  return { ...process.env, PATH: path, ...given };
}

/**
 * Starts the control plane and waits until it says over IPC that it is ready; prints the steps that it reports.
 * Gives `{ ready, exited, stop }`, `ready` being its last message: `{ type: 'ready', table, dev? }`.
 */
export async function startControlPlane(report, { node, data, port, uri, redis, chromium, dev }) {
  const logFile = join(data.dir, 'logs', 'control-plane.log');
  const entry = process.env.CONTROL_PLANE_MAIN ?? join(root, 'control-plane', 'src', 'main.ts');
  const env = serverEnv({
    PORT: String(port),
    DATA_DIR: data.dir,
    MONGODB_URI: uri,
    REDIS_SERVER: redis,
    CHROMIUM: chromium,
    NODE_ENV: dev ? 'development' : 'production',
    NODE_COMPILE_CACHE: join(cacheDir, 'node-compile'),
  });
  const pidFile = pidFileIn(data.runDir, 'control-plane');
  const args = [...(dev ? ['--watch', '--watch-preserve-output'] : []), entry];
  const server = await startChild(node, args, { cwd: root, env, logFile, pidFile, ipc: true, echo: dev });
  try {
    const ready = await waitUntilReady(report, server, logFile);
    return { ready, logFile, exited: server.exited, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function waitUntilReady(report, { child, exited }, logFile) {
  return new Promise((resolve, reject) => {
    const fail = (sentence) => reject(new UserFailure(sentence));
    const limit = setTimeout(
      () => fail(`The control plane wasn't ready within ${readyLimitMs / 1000} s.\n${tailOf(logFile)}`),
      readyLimitMs,
    );
    exited.then(({ code, signal }) => {
      clearTimeout(limit);
      fail(`The control plane stopped while starting (${signal ?? `exit code ${code}`}). The end of ${logFile}:\n${tailOf(logFile)}`);
    });
    child.on('message', (message) => {
      if (message?.type === 'fatal') fail(message.message);
      if (message?.type === 'step') showStep(report, message);
      if (message?.type === 'ready') {
        clearTimeout(limit);
        resolve(message);
      }
    });
  });
}

function showStep(report, { name, status, durationMs, detail }) {
  if (status === 'running') report.begin(name);
  else report.end(name, status, detail, durationMs);
}
