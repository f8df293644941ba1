// `npm run bench [-- name …] [--full]`: runs bench/<name>.bench.ts one after another, with a database engine and a Redis of
// their own. Standard output carries the benchmarks' JSON lines only; everything else goes to standard error.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLine } from './setup/bench-line.mjs';
import { serverEnv } from './setup/control-plane.mjs';
import { printFailure, UserFailure } from './setup/failure.mjs';
import { withLock } from './setup/lock.mjs';
import { cacheDir, root } from './setup/paths.mjs';
import { expectUsableMachine, prepare } from './setup/prepare.mjs';
import { startPrivateServices } from './setup/private-services.mjs';
import { startPiped } from './setup/processes.mjs';
import { createReport } from './setup/report.mjs';
import { createShutdown } from './setup/shutdown.mjs';
import { buildWebs } from './setup/webs.mjs';

const ending = '.bench.ts';
const report = createReport({ out: process.stderr });
const shutdown = createShutdown(report);

function chooseBenches(args) {
  const folder = join(root, 'bench');
  const all = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  const names = all.map((name) => name.slice(0, -ending.length)).sort();
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new UserFailure(`There is no benchmark “${unknown}”. There are: ${names.join(', ') || 'none'}.`);
  const wrong = args.find((arg) => arg.startsWith('--') && arg !== '--full');
  if (wrong) throw new UserFailure(`Unknown option ${wrong}: there is only --full.`);
  return { names: wanted.length ? wanted : names, full: args.includes('--full') };
}

async function main() {
  expectUsableMachine();
  const { names, full } = chooseBenches(process.argv.slice(2));
  shutdown.listen(() => process.exit(130));
  const machine = await prepare(report, { withWebs: false });
  const failed = [];
  // most benchmarks need no web: what can be measured without one is
  await orProblem(failed, 'webs', () => report.step('Webs', (doing) => withLock('webs', () => buildWebs(machine.node, doing))));
  const services = await startPrivateServices(report, shutdown, machine);
  const env = serverEnv({
    ...services.env,
    REDIS_SERVER: machine.redis,
    CHROMIUM: machine.chromium,
    BENCH_FULL: full ? '1' : '',
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(cacheDir, 'node-compile'), // as `npm start` does
  });
  for (const name of names) {
    if (shutdown.isStopping()) return;
    await orProblem(failed, name, () => report.step(`bench/${name}`, () => perform(name, { node: machine.node, env, full })));
  }
  await shutdown.stopAll();
  if (failed.length) throw new UserFailure(`These benchmarks could not be run:\n${failed.join('\n')}`);
}

/** Notes why this part counts as not run, and goes on. */
async function orProblem(failed, name, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserFailure)) throw error;
    failed.push(`${name}: ${error.message}`);
  }
}

/** Runs one benchmark in a process of its own. */
async function perform(name, { node, env, full }) {
  const limitMs = (full ? 60 : 10) * 60_000;
  let lines = 0;
  let problem = null;
  const child = startPiped(node, [join(root, 'bench', `${name}${ending}`), ...(full ? ['--full'] : [])], { cwd: root, env }, (text) => {
    const { shown, wrong } = readLine(text);
    problem ??= wrong;
    if (!shown) return;
    lines++;
    console.log(shown);
  });
  shutdown.add(null, () => child.stop(3_000));
  const timer = setTimeout(() => {
    problem = `not done after ${limitMs / 60_000} minutes`;
    void child.stop(3_000);
  }, limitMs);
  const { code, signal } = await child.exited;
  clearTimeout(timer);
  if (code !== 0) problem ??= `ended with ${signal ?? `exit code ${code}`}`;
  if (lines === 0) problem ??= 'printed no result';
  if (problem) throw new UserFailure(problem);
}

main().catch(async (error) => {
  if (shutdown.isStopping() && !(error instanceof UserFailure)) return;
  report.pause();
  printFailure(error);
  await shutdown.stopAll();
  process.exit(1);
});
