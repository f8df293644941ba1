import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { tenantApp } from '../e2e/harness/tenant-app-process.ts';
import { median, print, time } from './harness/line.ts';

const RUNS = 5;
const START = new URL('../scripts/start.mjs', import.meta.url).pathname;
const node = process.execPath;
const baseline = median(await time(RUNS, () => execFileSync(node, ['-e', '0'])));

/** `npm start` with a data folder of its own, until its table stands there, then Ctrl-C. Answers with the milliseconds to the table. */
async function start(folder: string, port: number): Promise<number> {
  const from = performance.now();
  const args = [START, '--no-open', '--data', join(folder, 'data'), '--port', String(port)];
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), MONGODB_URI: undefined };
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<string>((resolve) => child.once('close', (code, signal) => resolve(String(signal ?? code))));
  let output = '';
  const readyMs = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ctrl-C stops everything')) resolve(performance.now() - from);
    });
    void exited.then((end) => reject(new Error(`npm start ended with ${end}:\n${output.slice(-2000)}`)));
  });
  child.kill('SIGINT');
  await exited;
  return readyMs;
}

const folder = mkdtempSync(join(tmpdir(), 'start-'));
try {
  const port = await freePort();
  print({
    bench: 'start',
    metric: 'npm start, first on new data: first tenant made',
    value: await start(folder, port),
    unit: 'ms',
    runs: 1,
  });
  print({
    bench: 'start',
    metric: 'npm start, second: panel and tenant answer',
    value: await start(folder, port),
    unit: 'ms',
    aim: '<= 8000',
    runs: 1,
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

const app = await tenantApp();
try {
  const samples = await time(RUNS, async () => {
    await app.start();
    const response = await fetch(`${app.url}/health`);
    if (response.status !== 200) throw new Error(`health answered ${response.status}`);
    await app.end('SIGKILL');
  });
  print({
    bench: 'start',
    metric: 'tenant app: process start to first 200',
    value: median(samples),
    unit: 'ms',
    aim: '<= 1500',
    baseline,
    runs: RUNS,
  });
} finally {
  await app.discard();
}

const panels: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const from = performance.now();
  const server = await runControlPlane({ env: { FIRST_TENANT: 'false' } });
  await fetch(`${server.origin}/health`);
  panels.push(performance.now() - from);
  await server.discard();
}
print({
  bench: 'start',
  metric: 'control plane: process start to first 200',
  value: median(panels),
  unit: 'ms',
  aim: '<= 1500',
  baseline,
  runs: RUNS,
});
