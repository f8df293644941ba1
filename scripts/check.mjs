// `npm run check [-- name …]`: everything that can be judged without running the program, in seconds.
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkFileLength } from './check/file-length.mjs';
import { checkLocales } from './check/locales.mjs';
import { checkLockfile } from './check/lockfile.mjs';
import { checkRequirements } from './check/requirements.mjs';
import { printFailure, UserFailure } from './setup/failure.mjs';
import { cacheDir, modulesDir, root } from './setup/paths.mjs';
import { expectUsableMachine, prepareTools } from './setup/prepare.mjs';
import { createReport, seconds } from './setup/report.mjs';
import { run } from './setup/run.mjs';

const cruised = ['packages', 'tenant-app', 'control-plane', 'cli', 'bench', 'e2e'].filter((place) => existsSync(join(root, place)));
const compiler = (project) => [
  'typescript/bin/tsc',
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  `.cache/tsc/${project}.tsbuildinfo`,
];

// the slow ones first, so that the quick ones fill the gaps
const checks = [
  program('types', compiler('tsconfig.json')),
  program('types-web', compiler('tsconfig.web.json')),
  program('biome', ['@biomejs/biome/bin/biome', 'check', '--max-diagnostics=200', '--colors=off', '.']),
  program('knip', ['knip/bin/knip.js', '--no-progress', '--no-config-hints']),
  program('imports', ['dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', ...cruised]),
  { name: 'env-example', work: (node) => outcomeOf(node, [join(root, 'scripts', 'env-example.mjs'), '--check']) },
  { name: 'file-length', work: async () => checkFileLength(root) },
  { name: 'lockfile', work: async () => checkLockfile(root) },
  { name: 'locales', work: async () => checkLocales(root) },
  { name: 'requirements', work: async () => checkRequirements(root) },
];

/** A check that is a program of a package: its output is the problem when it fails. */
function program(name, [script, ...args]) {
  return { name, work: (node) => outcomeOf(node, [join(modulesDir, script), ...args]) };
}

async function outcomeOf(node, args) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { code, output } = await run(node, args, { cwd: root, env, timeoutMs: 300_000 });
  return { problems: code === 0 ? [] : [output.trim() || `exit code ${code}`], remarks: [] };
}

async function main() {
  expectUsableMachine();
  const chosen = choose(process.argv.slice(2));
  const report = createReport({ out: { write: () => undefined, isTTY: false } });
  const node = await prepareTools(report);
  mkdirSync(join(cacheDir, 'tsc'), { recursive: true });
  const queue = [...chosen];
  const failed = [];
  const worker = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) if (!(await perform(check, node))) failed.push(check.name);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  if (failed.length) throw new UserFailure(`${failed.length} of ${chosen.length} checks failed: ${failed.join(', ')}`);
}

function choose(names) {
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown) throw new UserFailure(`There is no check “${unknown}”: ${checks.map((check) => check.name).join(', ')}.`);
  return names.length ? checks.filter((check) => names.includes(check.name)) : checks;
}

async function perform({ name, work }, node) {
  const beganAt = Date.now();
  const { problems, remarks } = await work(node).catch((error) => ({ problems: [error.stack], remarks: [] }));
  const time = `${name} (${seconds(Date.now() - beganAt)})`;
  if (problems.length === 0) console.log(`ok      ${time}${remarks.length ? `: ${remarks.join(', ')}` : ''}`);
  else console.log([`failed  ${time}`, ...problems.map((problem) => problem.replaceAll(/^/gm, '        '))].join('\n'));
  return problems.length === 0;
}

main().catch((error) => {
  printFailure(error);
  process.exitCode = 1;
});
