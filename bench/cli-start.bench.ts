import { execFileSync } from 'node:child_process';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { median, print, time } from './harness/line.ts';

const RUNS = 15;
const node = process.execPath;
const cli = new URL('../cli/bin/chat-cli.mjs', import.meta.url).pathname;
const run = (args: string[], env: Record<string, string> = {}) =>
  execFileSync(node, args, { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });

const server = await runControlPlane({ env: { FIRST_TENANT: 'false' } });
try {
  const env = { CHAT_CLI_URL: server.origin, CHAT_CLI_TOKEN: server.token() };
  run([cli, '--version']);
  const baseline = median(await time(RUNS, () => run(['-e', '0'])));
  const version = median(await time(RUNS, () => run([cli, '--version'])));
  const list = median(await time(RUNS, () => run([cli, 'tenant', 'list', '--json'], env)));
  print({ bench: 'cli-start', metric: 'chat-cli --version', value: version, unit: 'ms', aim: '< 150', baseline, runs: RUNS });
  print({ bench: 'cli-start', metric: 'chat-cli tenant list --json', value: list, unit: 'ms', baseline, runs: RUNS });
} finally {
  await server.discard();
}
