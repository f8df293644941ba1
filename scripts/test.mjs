// `npm test [-- patterns and jest flags]`: makes this machine ready, starts a database engine and a Redis of its own,
// and runs every test. The last line is `N passed, N failed`; the exit code says whether all is well.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnv } from './setup/control-plane.mjs';
import { printFailure } from './setup/failure.mjs';
import { modulesDir, root } from './setup/paths.mjs';
import { expectUsableMachine, prepare } from './setup/prepare.mjs';
import { startPrivateServices } from './setup/private-services.mjs';
import { startChild } from './setup/processes.mjs';
import { createReport } from './setup/report.mjs';
import { createShutdown } from './setup/shutdown.mjs';
import { outcomeOf } from './setup/test-outcome.mjs';

const report = createReport();
const shutdown = createShutdown(report);

async function main() {
  expectUsableMachine();
  shutdown.listen(() => process.exit(130));
  const machine = await prepare(report);
  const services = await startPrivateServices(report, shutdown, machine);
  const summaryFile = join(makeFolder(), 'summary.json');
  const env = serverEnv({
    ...services.env,
    REDIS_SERVER: machine.redis,
    CHROMIUM: machine.chromium,
    NODE_ENV: 'test',
    TEST_SUMMARY_FILE: summaryFile,
  });
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(modulesDir, 'jest', 'bin', 'jest.js'),
    '--config',
    join(root, 'scripts', 'jest', 'jest.config.mjs'),
    '--forceExit',
  ];
  const run = await startChild(machine.node, [...jest, ...process.argv.slice(2)], { cwd: root, env, echo: true, wholeGroup: true });
  shutdown.add(null, () => run.stop(5_000));
  const { code } = await run.exited;
  if (shutdown.isStopping()) return;
  const outcome = outcomeOf(existsSync(summaryFile) ? JSON.parse(readFileSync(summaryFile, 'utf8')) : null, code);
  await shutdown.stopAll();
  finish(outcome);
}

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-summary-'));
  shutdown.add(null, async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function finish({ lines, exitCode }) {
  for (const line of lines) console.log(line);
  process.exit(exitCode);
}

main().catch(async (error) => {
  if (shutdown.isStopping()) return;
  report.pause();
  printFailure(error);
  await shutdown.stopAll();
  finish(outcomeOf(null, 1));
});
