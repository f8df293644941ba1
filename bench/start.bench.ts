import { execFileSync } from 'node:child_process';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { tenantApp } from '../e2e/harness/tenant-app-process.ts';
import { median, print, time } from './harness/line.ts';

const RUNS = 5;
const node = process.execPath;
const baseline = median(await time(RUNS, () => execFileSync(node, ['-e', '0'])));

const first = await runControlPlane();
print({ bench: 'start', metric: 'first start: control plane, first tenant ready', value: first.readyMs, unit: 'ms', runs: 1 });
await first.stop();
const again = await runControlPlane({ dataDir: first.dataDir, port: first.port, database: first.database });
print({
  bench: 'start',
  metric: 'second start: control plane and its tenant ready',
  value: again.readyMs,
  unit: 'ms',
  aim: '<= 8000',
  runs: 1,
});
await again.discard();

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
