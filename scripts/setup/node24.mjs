import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UserFailure } from './failure.mjs';
import { cacheDir, modulesDir, root } from './paths.mjs';
import { isExecutable, machinePath, mustRun, run } from './run.mjs';

const neededMajor = 24;
const binLink = join(modulesDir, '.bin', 'node');

/** Finds a Node that runs TypeScript as it stands, or gets it from npm into the cache. Gives its path. */
export async function ensureNode24(doing) {
  if (major(process.versions.node) >= neededMajor && !process.execPath.startsWith(modulesDir)) {
    return { value: process.execPath, detail: `v${process.versions.node}` };
  }
  const linked = await versionOf(binLink);
  if (linked) return { value: binLink, detail: `${linked} (this machine's own is v${process.versions.node})` };
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies.node;
  const binary = join(cacheDir, 'node', version, 'node_modules', packageName(), 'bin', 'node');
  if (!(await versionOf(binary))) await download(version, doing);
  const found = await versionOf(binary);
  if (!found) throw new UserFailure(`Node ${version} was fetched but doesn't run on this machine (${process.platform} ${process.arch}).`);
  linkBinary(binary);
  return { value: binLink, detail: `${found} fetched (this machine's own is v${process.versions.node})` };
}

function major(version) {
  return Number.parseInt(version, 10);
}

/** The npm package that carries Node's binary for a platform. */
export function packageName(platform = process.platform, arch = process.arch) {
  return `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${arch}`;
}

async function versionOf(binary) {
  if (!isExecutable(binary)) return null;
  const { code, output } = await run(binary, ['--version'], { timeoutMs: 10_000 });
  const version = output.trim();
  return code === 0 && major(version.slice(1)) >= neededMajor ? version : null;
}

async function download(version, doing) {
  doing(`fetching Node ${version}`);
  const prefix = join(cacheDir, 'node', version);
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(prefix, { recursive: true });
  const args = ['install', '--prefix', prefix, '--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  const sentence = `Node ${neededMajor} is needed (this is v${process.versions.node}) and could not be fetched.`;
  await mustRun(sentence, 'npm', [...args, `${packageName()}@${version}`], { cwd: prefix, env: { ...process.env, PATH: machinePath() } });
}

function linkBinary(binary) {
  mkdirSync(dirname(binLink), { recursive: true });
  if (existsSync(binLink) || lstatSync(binLink, { throwIfNoEntry: false })) rmSync(binLink);
  symlinkSync(relative(dirname(binLink), binary), binLink);
}
